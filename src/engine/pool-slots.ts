/** Who runs and who waits, per pool. A pool that is full takes nothing more from the store (back-pressure). */
export interface Pools<Job> {
  add(pool: string, job: Job): void;
  /** The next job that may start; it holds a slot until `release`. */
  next(pool: string): Job | undefined;
  release(pool: string): void;
  busy(): readonly string[];
  /** Takes out everything that waits. */
  clear(): readonly Job[];
}

interface Pool<Job> {
  running: number;
  waiting: Job[];
}

export function createPools<Job>(size: number): Pools<Job> {
  const pools = new Map<string, Pool<Job>>();
  const poolOf = (name: string): Pool<Job> => {
    const pool = pools.get(name) ?? { running: 0, waiting: [] };
    pools.set(name, pool);
    return pool;
  };
  return {
    add(name, job) {
      poolOf(name).waiting.push(job);
    },
    next(name) {
      const pool = poolOf(name);
      if (pool.running >= size) return undefined;
      const job = pool.waiting.shift();
      if (job) pool.running += 1;
      return job;
    },
    release(name) {
      const pool = poolOf(name);
      pool.running -= 1;
      if (pool.running === 0 && pool.waiting.length === 0) pools.delete(name);
    },
    busy() {
      return [...pools].filter(([, pool]) => pool.running + pool.waiting.length >= size).map(([name]) => name);
    },
    clear() {
      return [...pools.values()].flatMap((pool) => pool.waiting.splice(0));
    },
  };
}
