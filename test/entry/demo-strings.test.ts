import { globSync } from "node:fs";
import { basename, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { read } from "../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../src/core/detection/signals/explicit-request.ts";

const folder = resolve(import.meta.dirname, "../../src/web/demo/strings");
const module = z.object({ default: z.record(z.string(), z.string().min(1)) });

async function stringsOf(language: string): Promise<Record<string, string>> {
  return module.parse(await import(`${folder}/${language}.js`)).default;
}

const languages = globSync("*.js", { cwd: folder }).map((file) => basename(file, ".js"));

it("speaks the languages Baton speaks", () => {
  expect([...languages].sort()).toEqual(["ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "tr"]);
});

describe.each(languages)("the page in %s", (language) => {
  it("has every text, with the same gaps to fill in", async () => {
    const [english, strings] = [await stringsOf("en"), await stringsOf(language)];
    expect(Object.keys(strings)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(english)) {
      expect(strings[key]?.match(/\{\w+\}/g) ?? [], key).toEqual(text.match(/\{\w+\}/g) ?? []);
    }
  });

  it("offers words that really bring a person", async () => {
    const { hintPerson = "" } = await stringsOf(language);
    expect(findExplicitRequest(read(hintPerson), { departmentsCount: true })).toMatchObject({ id: "explicit-request" });
  });
});
