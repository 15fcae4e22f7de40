import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "../../src/core/settings/parts.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { readPartFile, writePart } from "../../src/entry/cli/settings/settings-yaml.ts";
import { text } from "../core/settings/examples.ts";

describe("a part as a file", () => {
  it("says what the part says, without its id", () => {
    for (const [part, value] of partsOf(starterSettings)) {
      const source = writePart(part, value);
      const read = readPartFile(part, source);
      expect(read.status === "read" ? read.file.value : read, part).toEqual(value);
      expect(source).not.toMatch(/^id:/m);
    }
  });

  it("keeps every text as it is, whatever looks like YAML in it", () => {
    const words = fc.oneof(
      fc.constantFrom(
        "yes",
        "~",
        "12:30",
        "a: b # c",
        "- x",
        "{{ x }}",
        "|\n x\n",
        " \n\n x",
        "'\"",
        "…\n",
        "&a *a",
        "%",
      ),
      fc.string({ unit: "grapheme" }).filter((each) => !/(?![\n\t])\p{Cc}/u.test(each)),
    );
    fc.assert(
      fc.property(words, words, (de, no) => {
        const value = text("hi", { de, no });
        const read = readPartFile("texts/hi", writePart("texts/hi", value));
        expect(read.status === "read" && read.file.value).toEqual(value);
      }),
    );
  });

  it("is read alike by readers that take more for a number or a yes", () => {
    const source = writePart("texts/hi", text("hi", { no: "yes", de: "12:30" }));
    expect(source).toContain('"no": "yes"\n  de: "12:30"');
  });

  it("says of a list or a group the line of its name", () => {
    const source = "name: Us\n\nteams:\n\n  support: 1\nlimit: null\n";
    expect(readPartFile("queues/us", source)).toMatchObject({ problems: [{ line: 3, path: "teams" }] });
  });

  it("says of each mistake on which line it is", () => {
    const source = [
      ...["# For everybody", "moment: handoff.offer", "scope: { rule: null, channel: null, team: null, reason: null }"],
      ...["isMuted: perhaps", "byLocale:", "  de: |", "    Guten Tag", "  en_us: Hello", "colour: red"],
    ].join("\n");
    const read = readPartFile("texts/hi", source);
    const places = read.status === "invalid" ? read.problems.map(({ line, path }) => [line, path]) : [];
    expect(places).toEqual(
      expect.arrayContaining([
        [3, "scope.hours"],
        [4, "isMuted"],
        [8, "byLocale.en_us"],
        [9, "colour"],
      ]),
    );
  });

  it.each([
    ["is no YAML", "a: [\n", 2],
    ["says something twice", "name: a\nname: b\n", 2],
    ["is empty", "", 1],
    ["is of another kind", "- a\n- b\n", 1],
    ["multiplies itself", bomb(), 1],
  ])("is refused when it %s", (_what, source, line) => {
    expect(readPartFile("company", source)).toMatchObject({ status: "invalid", problems: [{ line }] });
  });
});

it("tells of hundreds of slips the first ten, and of too many brackets what they are", () => {
  const read = readPartFile("company", "[[".repeat(200));
  expect(read.status === "invalid" && read.problems).toHaveLength(10);
  expect(readPartFile("company", `a: ${"[".repeat(90_000)}`)).toMatchObject({
    problems: expect.arrayContaining([{ line: 1, path: "", message: "nests deeper than can be read" }]),
  });
});

/** Each line ten times the one before: a small file and a huge value. */
function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(10)}]`);
  return ["a0: &a0 x", ...lines].join("\n");
}
