import type { Commit, NewEffect, Store } from "../../../../src/ports/store.ts";

/** A store spoilt on purpose, and where the contract must notice. */
export interface Defect {
  readonly name: string;
  spoil(store: Store): Store;
  /** The cases that say what is wrong. */
  readonly noticedBy: readonly string[];
  /** All sections in which a case fails: the defect must not make unrelated ones fail. */
  readonly sections: readonly string[];
}

export const changeCommit = (store: Store, change: (commit: Commit) => Commit): Store => ({
  ...store,
  commit: (commit) => store.commit(change(commit)),
});

export const changeEffects = (store: Store, change: (effect: NewEffect) => NewEffect): Store =>
  changeCommit(store, (commit) => ({ ...commit, effects: commit.effects.map(change) }));
