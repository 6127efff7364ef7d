/** Calls that come while others are under way go together in the next one: a server answers one call about many things sooner than many calls. */

/** Calls under way at once. */
const AT_ONCE = 2;

interface Waiting<A, R> {
  asked: A;
  resolve(result: R): void;
  reject(error: unknown): void;
}

export class Gathered<A, R> {
  private waiting: Waiting<A, R>[] = [];
  private underWay = 0;

  /**
   * @param work answers all that is asked, in the same order.
   * @param most of them in one call.
   */
  constructor(
    private readonly work: (asked: readonly A[]) => Promise<R[]>,
    private readonly most: number,
  ) {}

  /** @throws what the call throws that it went along with. */
  ask(asked: A): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    while (this.underWay < AT_ONCE && this.waiting.length > 0) {
      const together = this.waiting.splice(0, this.most);
      this.underWay++;
      void this.work(together.map(({ asked }) => asked))
        .then(
          (results) => together.forEach(({ resolve }, index) => resolve(results[index] as R)),
          // Those behind would wait as long for the same.
          (error: unknown) => [...together, ...this.waiting.splice(0)].forEach(({ reject }) => reject(error)),
        )
        .finally(() => {
          this.underWay--;
          this.next();
        });
    }
  }
}
