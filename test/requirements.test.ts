import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/**
 * docs/requirements.md says of every requirement where it is kept and which test shows it. Here it is held to that: no id
 * is missing, every file is there, and every test it names has that name.
 */
const page = readFileSync(new URL("../docs/requirements.md", import.meta.url), "utf8");
const rows = page.split("\n").flatMap((line) => {
  const [, id = "", kept = "", shown = ""] = line.match(/^\| ([ABC]-\d\d) \| (.*?) \| (.*?) \|$/) ?? [];
  return id === "" ? [] : [{ id, kept, shown }];
});

const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, "0")}`);
const all = [...numbered("A", 33), ...numbered("B", 33), ...numbered("C", 63)];

const fileIn = /`([^`]+\.(?:ts|tsx|md|yaml))`/g;
const testIn = /`(test\/[^`]+\.ts)` “([^”]+)”/g;

describe("the requirements", () => {
  it("are all there, in order and once", () => {
    expect(rows.map(({ id }) => id)).toEqual(all);
  });

  it.each(rows)("$id names files that exist", ({ kept, shown }) => {
    const files = [...`${kept} ${shown}`.matchAll(fileIn)].map(([, file = ""]) => file);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(new URL(`../${file}`, import.meta.url)))).toEqual([]);
  });

  it.each(rows)("$id is shown by a test of that name, or says why not", ({ shown }) => {
    const tests = [...shown.matchAll(testIn)];
    if (tests.length === 0) expect(shown).toMatch(/^(Differently|Elsewhere): \S.{20,}/);
    for (const [, file = "", name = ""] of tests) {
      expect(readFileSync(new URL(`../${file}`, import.meta.url), "utf8")).toContain(name);
    }
  });
});
