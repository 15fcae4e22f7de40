import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { simulationScript } from "../../src/entry/simulate/script.ts";
import { expected } from "../../src/entry/simulate/script-expect.ts";
import { choiceIds } from "../../src/protocol/choice-ids.ts";
import { attachmentKinds } from "../../src/protocol/settings-names.ts";

const page = await readFile(resolve(import.meta.dirname, "../../docs/trying-it-out.md"), "utf8");
const isNamed = (word: string) => page.includes(`\`${word}\``) || new RegExp(`\\b${word}:`).test(page);
/** The page says "`rating-1` to `rating-5`". */
const inBetween = ["rating-2", "rating-3", "rating-4"];

it.each([
  ["every button", choiceIds.filter((id) => !inBetween.includes(id))],
  ["every kind of attachment", attachmentKinds],
  ["everything that may be expected", Object.keys(expected.shape)],
  ["everything that a script may say", Object.keys(simulationScript.shape)],
  ["every setting of a script", Object.keys(simulationScript.shape.settings.unwrap().shape)],
])("the page about trying out names %s", (_, words) => {
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((word) => !isNamed(word))).toEqual([]);
});
