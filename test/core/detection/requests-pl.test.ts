import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Polish", () => {
  test.each([
    "połącz mnie z konsultantem",
    "poproszę z człowiekiem",
    "jest tam ktoś żywy?",
    "niech ktoś do mnie zadzwoni",
    "przełącz na człowieka",
  ])("is heard in wishes, commands and questions: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each(["chce rozmawiac z czlowiekiem", "polaczcie z konsultatem", "konsultnat"])(
    "is heard without Polish letters and misspelt: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each([
    "nie chcę rozmawiać z konsultantem",
    "nie łącz mnie z konsultantem",
    "konsultanta nie potrzebuję",
    "czy mogę anulować bez rozmowy z konsultantem",
  ])("is refused before and behind the person: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["nie, chcę rozmawiać z konsultantem", "nie bot tylko człowiek", "mam dość rozmowy z maszyną"])(
    "is asked for behind a no, and by refusing the bot: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["nie mogę dodzwonić się do konsultanta", "chcę konsultanta nie mogę się zalogować"])(
    "is kept when something cannot be done: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each([
    "ostatnio musiałem rozmawiać z konsultantem",
    "kurier powiedział żeby zadzwonić do konsultanta",
    "dziękuję za rozmowę z konsultantem",
  ])("is no report of what has been: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each([
    "chcę rozmawiać z operatorem komórkowym",
    "chcę rozmawiać z kierownikiem działu kadr",
    "potrzebuję 2 osoby",
    "chcę porozmawiać z doradcą podatkowym",
    "chcę transmisję na żywo",
  ])(
    "is no telephone company, no personnel office, no number of people, no tax adviser and no broadcast: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each(["czy jesteś człowiekiem?", "rozmawiam z botem?"])("is not made by asking who is there: %s", (text) => {
    expect(heard(text)).toBeNull();
  });
});
