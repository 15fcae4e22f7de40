import type { Store } from "../../../src/ports/store.ts";

export interface DyingStore {
  readonly store: Store;
  readonly died: Promise<void>;
}

/** Of a process that is gone after so many commits of items: what it was about to say never arrives, nor does an answer. */
export function dyingStore(store: Store, commits: number): DyingStore {
  const died = Promise.withResolvers<void>();
  let [left, isDead] = [commits, false];
  const never = <Value>() => new Promise<Value>(() => undefined);
  const alive =
    <Args extends readonly unknown[], Value>(verb: (...args: Args) => Promise<Value>) =>
    (...args: Args): Promise<Value> =>
      isDead ? never() : verb(...args);
  const commit: Store["commit"] = async (given) => {
    if (isDead) return never();
    const result = await store.commit(given);
    if (!given.puts.some(({ kind }) => kind === "case-item") || --left > 0) return result;
    isDead = true;
    died.resolve();
    return never();
  };
  const [load, query] = [alive(store.load), alive(store.query)];
  const [takeDue, settle] = [alive(store.takeDue), alive(store.settle)];
  return { store: { ...store, load, query, takeDue, settle, commit }, died: died.promise };
}
