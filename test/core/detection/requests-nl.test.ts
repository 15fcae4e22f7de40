import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heardIn(text: string): string | undefined {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id;
}

describe("a Dutch customer", () => {
  test("asks with the verb at the end, or in front", () => {
    expect(heardIn("ik wil met een mens praten")).toBe("explicit-request");
    expect(heardIn("kan ik praten met een medewerker")).toBe("explicit-request");
  });

  test("asks with verbs that come in two parts", () => {
    expect(heardIn("verbind me door met een collega")).toBe("explicit-request");
    expect(heardIn("bel mij terug aub")).toBe("explicit-request");
  });

  test("refuses with « geen », « niet » and « hoef niet », and asks behind a « nee » with a comma", () => {
    expect(heardIn("ik wil geen mens spreken")).toBeUndefined();
    expect(heardIn("ik wil niet met een medewerker praten")).toBeUndefined();
    expect(heardIn("u hoeft mij niet door te verbinden met een medewerker")).toBeUndefined();
    expect(heardIn("nee, ik wil een persoon spreken")).toBe("explicit-request");
  });

  test("needs a person with « nodig » behind, or needs none", () => {
    expect(heardIn("ik heb een mens nodig")).toBe("explicit-request");
    expect(heardIn("ik heb geen mens nodig")).toBeUndefined();
  });

  test("would rather have a person than a bot, or the bot than a person", () => {
    expect(heardIn("ik heb liever een mens dan een bot")).toBe("explicit-request");
    expect(heardIn("ik praat liever met jou dan met een medewerker")).toBeUndefined();
  });

  test("tells of people and of the past without asking", () => {
    expect(heardIn("ik heb gisteren een medewerker gesproken")).toBeUndefined();
    expect(heardIn("gisteren kon ik een medewerker bereiken")).toBeUndefined();
    expect(heardIn("ben ik met een mens aan het praten?")).toBeUndefined();
    expect(heardIn("de klantenservice heeft mij niet teruggebeld")).toBeUndefined();
    expect(heardIn("kamer voor twee personen")).toBeUndefined();
    expect(heardIn("spreek ik met een mens?")).toBeUndefined();
  });

  test("speaks in Flemish words", () => {
    expect(heardIn("kunt ge mij doorverbinden met iemand van de klantendienst")).toBe("explicit-request");
    expect(heardIn("kan ik ne mens spreken")).toBe("explicit-request");
  });
});
