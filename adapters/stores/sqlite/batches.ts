import { StoreUnavailableError } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";

export interface Batches {
  /** Runs `work` in a transaction that it may share; settles only after that transaction is durable (I1). */
  write<T>(work: () => T): Promise<T>;
  /** Writes what is still waiting, now. */
  flush(): void;
}

interface Task {
  work(): unknown;
  resolve(outcome: unknown): void;
  reject(error: unknown): void;
}

/** A bound on how long one transaction keeps the event loop. */
const mostTasks = 256;

/**
 * Group commit: what arrives in one turn of the event loop shares one transaction, and so one sync of the disk.
 * When one task throws, the batch is rolled back and every task runs again in a transaction of its own, so that
 * none can harm another. That costs nothing while nothing fails; a savepoint for each would cost always.
 */
export function createBatches(database: SqlDatabase): Batches {
  let waiting: Task[] = [];

  function flushSome(): void {
    const tasks = waiting.slice(0, mostTasks);
    waiting = waiting.slice(mostTasks);
    if (waiting.length > 0) database.defer(flushSome);
    runTogether(database, tasks);
  }

  return {
    write: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: (outcome) => resolve(outcome as T), reject });
        if (waiting.length === 1) database.defer(flushSome);
      }),
    flush() {
      while (waiting.length > 0) flushSome();
    },
  };
}

function runTogether(database: SqlDatabase, tasks: readonly Task[]): void {
  if (tasks.length === 0) return;
  let outcomes: readonly unknown[];
  try {
    outcomes = database.transaction(() => tasks.map((task) => task.work()));
  } catch (error) {
    if (tasks.length === 1 || error instanceof StoreUnavailableError) for (const task of tasks) task.reject(error);
    else for (const task of tasks) runTogether(database, [task]);
    return;
  }
  for (const [index, task] of tasks.entries()) task.resolve(outcomes[index]);
}
