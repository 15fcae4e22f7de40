import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heardIn(text: string): string | undefined {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id;
}

describe("a French customer", () => {
  test("asks for a person with « une personne », and for nobody with « personne »", () => {
    expect(heardIn("je veux parler à une personne")).toBe("explicit-request");
    expect(heardIn("je ne veux parler à personne")).toBeUndefined();
    expect(heardIn("personne ne m'a répondu")).toBeUndefined();
  });

  test("asks behind a « non » with a comma, and refuses with « ne … pas » or with « pas » alone", () => {
    expect(heardIn("non, je veux parler à un conseiller")).toBe("explicit-request");
    expect(heardIn("je ne veux pas parler à un conseiller")).toBeUndefined();
    expect(heardIn("je veux pas parler à un conseiller")).toBeUndefined();
  });

  test("asks with a negated question of courtesy", () => {
    expect(heardIn("vous pouvez pas me passer quelqu'un ?")).toBe("explicit-request");
  });

  test("has no more of the robot: that is a request; one who asks whether it is a robot makes none", () => {
    expect(heardIn("je veux plus parler à un robot")).toBe("explicit-request");
    expect(heardIn("êtes-vous un robot ou un humain ?")).toBeUndefined();
  });

  test("wants to be advised, « conseiller », without wanting an adviser, « un conseiller »", () => {
    expect(heardIn("pouvez-vous me conseiller un produit ?")).toBeUndefined();
    expect(heardIn("pouvez-vous me passer un conseiller ?")).toBe("explicit-request");
  });

  test("wants to be called back, or reminded of something", () => {
    expect(heardIn("pouvez-vous me rappeler ?")).toBe("explicit-request");
    expect(heardIn("pouvez-vous me rappeler mon numéro client ?")).toBeUndefined();
  });

  test("writes infinitives as they sound, without accents, and asks all the same", () => {
    expect(heardIn("je voudrai parlé a un conseiller")).toBe("explicit-request");
    expect(heardIn("j'ai parlé à un conseiller hier")).toBeUndefined();
  });

  test("speaks in Québec's words", () => {
    expect(heardIn("je voudrais clavarder avec un préposé")).toBe("explicit-request");
    expect(heardIn("c'est-tu possible de parler à quelqu'un")).toBe("explicit-request");
  });
});
