const AGAIN_MS = 3_000;

/** Tells once that the service answers again: itself, and not what stands before it. @returns ends the asking. */
export function onceReached(tell: () => void): () => void {
  let again: ReturnType<typeof setTimeout>;
  let over = false;
  const ask = async (): Promise<void> => {
    const answered = await fetch('/icon.svg', { cache: 'no-store' }).then(({ ok }) => ok, () => false);
    if (over) return;
    if (answered) tell();
    else later();
  };
  const later = (): void => void (again = setTimeout(() => void ask(), AGAIN_MS));
  later();
  return () => {
    over = true;
    clearTimeout(again);
  };
}
