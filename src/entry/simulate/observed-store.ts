import type { Commit, Store } from "../../ports/store.ts";

export interface ObservedStore extends Store {
  /** Calls that have not answered yet. */
  readonly pendingCalls: () => number;
  /** Calls that were ever made. */
  readonly madeCalls: () => number;
}

/** The real store, and somebody who watches: what was committed, and whether it is at work. */
export function observeStore(store: Store, onCommitted: (commit: Commit) => void): ObservedStore {
  let pending = 0;
  let made = 0;
  async function counted<Value>(call: Promise<Value>): Promise<Value> {
    pending += 1;
    made += 1;
    try {
      return await call;
    } finally {
      pending -= 1;
    }
  }
  return {
    pendingCalls: () => pending,
    madeCalls: () => made,
    load: (keys) => counted(store.load(keys)),
    query: (query) => counted(store.query(query)),
    search: (search) => counted(store.search(search)),
    takeDue: (request) => counted(store.takeDue(request)),
    settle: (settlements) => counted(store.settle(settlements)),
    erase: (target) => counted(store.erase(target)),
    // Waits for what may come: that is no work.
    feed: (request) => store.feed(request),
    commit: (commit) =>
      counted(
        store.commit(commit).then((result) => {
          if (result.status === "committed") onCommitted(commit);
          return result;
        }),
      ),
  };
}
