import type { RecordOf } from '../api/resources.js';

export type Story = RecordOf<'stories'>;

const WORDS_A_MINUTE = 200;

export function minutesToRead(text: string | null): number {
  return Math.max(1, Math.round((text ?? '').split(/\s+/).length / WORDS_A_MINUTE));
}

/** An empty line ends a paragraph. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).map((each) => each.trim()).filter(Boolean);
}

/** The beginning of a text, to its last whole word. */
export function beginning(text: string | null, most = 260): string {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, '')} …`;
}
