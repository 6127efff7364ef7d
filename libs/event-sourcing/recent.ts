/** A map that keeps the entries used last: as many as weigh no more than its capacity together. */
export class Recent<K, V> {
  private readonly entries = new Map<K, V>();
  private weight = 0;

  /** @param weigh what an entry counts for; each is 1 unless told otherwise. It must weigh the same as long as it stays. */
  constructor(
    private readonly capacity: number,
    private readonly weigh: (value: V) => number = () => 1,
  ) {}

  get(key: K): V | undefined {
    const value = this.entries.get(key);
    // While there is room for as much again, nothing is about to go and the order does not matter.
    if (value !== undefined && this.weight > this.capacity / 2) {
      this.entries.delete(key);
      this.entries.set(key, value);
    }
    return value;
  }

  set(key: K, value: V): void {
    this.delete(key);
    this.entries.set(key, value);
    this.weight += this.weigh(value);
    while (this.weight > this.capacity) this.delete(this.entries.keys().next().value as K);
  }

  delete(key: K): void {
    const value = this.entries.get(key);
    if (value === undefined) return;
    this.entries.delete(key);
    this.weight -= this.weigh(value);
  }

  clear(): void {
    this.entries.clear();
    this.weight = 0;
  }
}
