import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { settingsCollections, settingsSections } from "../../src/protocol/settings.ts";
import { queue } from "../../src/protocol/settings-people.ts";

const page = await readFile(resolve(import.meta.dirname, "../../docs/settings.md"), "utf8");
const rows = page.split("\n").filter((line) => line.startsWith("| `"));
const rowOf = (name: string) => rows.find((row) => row.startsWith(`| \`${name}\``));

it("the page about settings has a row for every section, collection and field of a queue", () => {
  const always = ["id", "name", "teams", "limit"];
  const fields = Object.keys(queue.shape).filter((field) => !always.includes(field));
  const names = [...Object.keys(settingsSections), ...Object.keys(settingsCollections), ...fields];
  expect(names.filter((name) => rowOf(name) === undefined)).toEqual([]);
});

it.each(Object.entries(settingsCollections))(
  "the page about settings says how many %s there may be",
  (name, { most }) => {
    expect(rowOf(name)).toContain(` ${most.toLocaleString("en-US")} `);
  },
);
