/** A feed handed over to whoever subscribed, one batch after the other. */
import type { Subscription, SubscriptionHandlers } from '#event-sourcing';
import type { Feed } from './feed.js';

/** @param head the position to have reached when caught up; asked once, and answers when the server does. */
export function follow(feed: Feed, head: () => Promise<number>, handlers: SubscriptionHandlers): Subscription {
  let target: number | undefined;
  head().then(
    (position) => {
      target = position;
      feed.nudge();
    },
    // Only closing ends the asking.
    () => undefined,
  );
  const run = async (): Promise<void> => {
    let caughtUp = false;
    for (let batch = await feed.take(); batch; batch = await feed.take()) {
      if (batch.length > 0) await handlers.onBatch(batch);
      if (caughtUp || target === undefined || !feed.empty || feed.seen < target) continue;
      caughtUp = true;
      handlers.onCaughtUp?.();
    }
  };
  const ended = run()
    .catch((error: unknown) => handlers.onError?.(error))
    .finally(() => feed.close());
  return {
    async close() {
      feed.close();
      await ended;
    },
  };
}
