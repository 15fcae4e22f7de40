import { describe, expect, test } from "vitest";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import type { Store } from "../../src/ports/store.ts";
import { commitDefects } from "./store/defects/commit.ts";
import { effectDefects } from "./store/defects/effects.ts";
import { readingDefects } from "./store/defects/reading.ts";
import { storeCases } from "./store.ts";

/** Cases of a broken store may hang; a sound store needs far less. */
const giveUpMs = 15_000;
const wholeContractMs = 120_000;

describe("the contract of stores", () => {
  test("is kept by the store that the defects below are put into", { timeout: wholeContractMs }, async () => {
    expect(await failures((store) => store)).toEqual([]);
  });

  for (const { name, spoil, noticedBy, sections } of [...commitDefects, ...effectDefects, ...readingDefects]) {
    test(`notices a store that ${name}`, { timeout: wholeContractMs }, async () => {
      const failed = await failures(spoil);
      expect(failed.map((failure) => failure.name)).toEqual(expect.arrayContaining([...noticedBy]));
      expect(new Set(failed.map((failure) => failure.section))).toEqual(new Set(sections));
    });
  }
});

interface Failure {
  readonly section: string;
  readonly name: string;
}

async function failures(spoil: (store: Store) => Store): Promise<readonly Failure[]> {
  const failed: Failure[] = [];
  for (const { section, cases } of storeCases) {
    for (const { name, run } of cases) {
      const opened = createSqliteStore(openNodeDatabase(":memory:"));
      const store = spoil(opened.store);
      const passed = await ended(run(store, { ...opened, store }));
      if (!passed) failed.push({ section, name });
      await opened.close();
    }
  }
  return failed;
}

async function ended(running: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), giveUpMs);
  });
  const passed = running.then(
    () => true,
    () => false,
  );
  return Promise.race([passed, late]).finally(() => clearTimeout(timer));
}
