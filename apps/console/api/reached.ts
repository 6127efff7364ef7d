const AGAIN_MS = 3_000;

/** Tells once that the service can be reached. @returns ends the asking. */
export function onceReached(tell: () => void): () => void {
  const stop = (): void => clearInterval(again);
  const again = setInterval(() => {
    fetch('/icon.svg', { cache: 'no-store' }).then(() => {
      stop();
      tell();
    }, () => undefined);
  }, AGAIN_MS);
  return stop;
}
