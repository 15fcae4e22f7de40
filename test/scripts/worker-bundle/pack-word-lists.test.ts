import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packWordLists } from "../../../scripts/worker-bundle/pack-word-lists.ts";
import { bundleFiles } from "./bundle-for-test.ts";

const plugin = () => packWordLists(/\/words-.+\.ts$/);
const german = 'export const german: readonly string[] = ["Mensch", "Mitarbeiter"];';
const russian = 'export const russian = { staff: "оператор, " + "сотрудник" };';
const entry = (...imports: readonly string[]) => `${imports.join("\n")}\nconsole.log(german, russian);`;
const importGerman = 'import { german } from "./words-de.ts";';
const importRussian = 'import { russian } from "./words-ru.ts";';

describe("word lists in the Worker bundle", () => {
  it("are packed beside it, as what they export", async () => {
    const files = { "entry.ts": entry(importRussian, importGerman), "words-de.ts": german, "words-ru.ts": russian };
    const { code, assets } = await bundleFiles(files, plugin());
    expect(code).not.toMatch(/Mensch|оператор/);
    const [packed] = assets.map((asset) => Object.values(JSON.parse(brotliDecompressSync(asset).toString("utf8"))));
    expect(packed).toEqual([{ german: ["Mensch", "Mitarbeiter"] }, { russian: { staff: "оператор, сотрудник" } }]);
  });

  it("stay in it where they are more than data", async () => {
    const files = { "entry.ts": entry(importGerman), "words-de.ts": "export const german = /Mensch/;" };
    const { code } = await bundleFiles(files, plugin());
    expect(code).toContain("/Mensch/");
  });
});
