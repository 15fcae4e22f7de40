/** Runs work for one key after the other, in the order it came; different keys side by side. */
export interface Mailbox {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** How many pieces of work wait or run. */
  readonly size: number;
}

export function createMailbox(): Mailbox {
  const tails = new Map<string, Promise<unknown>>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    run<T>(key: string, work: () => Promise<T>): Promise<T> {
      size += 1;
      const previous = tails.get(key);
      const result = previous ? previous.then(work, work) : work();
      tails.set(key, result);
      const finish = () => {
        size -= 1;
        if (tails.get(key) === result) tails.delete(key);
      };
      result.then(finish, finish);
      return result;
    },
  };
}
