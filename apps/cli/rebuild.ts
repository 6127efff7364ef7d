/** `relocon rebuild`: views anew from the log, with progress. */
import type { Operations } from '../api/command-line/operations.js';
import { startProgress } from './progress.js';

const LOOK_EVERY_MS = 250;

/**
 * @param names of views; all when none is given.
 * @returns the names of what was built anew.
 * @throws when there is no view of a name.
 */
export async function rebuildViews(operations: Operations, names: readonly string[], say: (line: string) => void): Promise<string[]> {
  const { head, views } = await operations.views();
  for (const name of names) if (!views.some((view) => view.name === name)) throw new Error(`there is no view ${name}; there are ${views.map((view) => view.name).join(', ')}`);
  const wanted = names.length === 0 ? views.map((view) => view.name) : [...new Set(names)];
  const progress = startProgress(head, say);
  let seen = 0;
  const look = setInterval(() => {
    void operations.views().then(
      (now) => {
        const position = Math.min(...now.views.filter((view) => wanted.includes(view.name)).map((view) => view.rebuilt ?? seen));
        if (position > seen) progress.step('events', position - seen);
        seen = Math.max(seen, position);
      },
      () => undefined,
    );
  }, LOOK_EVERY_MS);
  try {
    await operations.rebuild(wanted);
    if (head > seen) progress.step('events', head - seen);
  } finally {
    clearInterval(look);
    progress.stop();
  }
  return wanted;
}
