import type { OpenStore, Store } from "../../../src/ports/store.ts";

/**
 * One sentence of the port and the code that checks it. Cases know nothing of the test runner, so that
 * `store-broken.test.ts` can run them against stores with a known defect and see which of them fail.
 */
export interface StoreCase {
  readonly name: string;
  run(store: Store, opened: OpenStore): Promise<void>;
}

export interface StoreCases {
  readonly section: string;
  readonly cases: readonly StoreCase[];
}

export function section(name: string, cases: Readonly<Record<string, StoreCase["run"]>>): StoreCases {
  return { section: name, cases: Object.entries(cases).map(([title, run]) => ({ name: title, run })) };
}
