import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Italian", () => {
  test.each([
    "mi può passare un operatore per cortesia?",
    "fatemi parlare con un cazzo di umano",
    "vorrei essere richiamato da un consulente",
    "dov'è l'operatore?",
  ])("is heard politely and rudely: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each(["vorrei parlare cn 1 operatore", "nn voglio un bot voglio una xsona vera", "voglioparlareconunapersona"])(
    "is heard in chat spelling and run together: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["passami un'operatrice", "qualcuno dell'assistenza può chiamarmi?"])(
    "is heard behind an elided article: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["no, voglio parlare con una persona"])("is asked for behind a no with a comma: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "non voglio parlare con una persona",
    "preferisco non parlare con un operatore",
    "si può disdire senza chiamare un operatore?",
  ])("is refused: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["non mi aiuta voglio un operatore", "non funziona niente passami un umano"])(
    "keeps its meaning when the sentence before it has no end: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each([
    "ho già parlato con un operatore",
    "prima si poteva parlare con una persona",
    "grazie per avermi fatto parlare con un operatore",
  ])("is nothing that has happened: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each([
    "fattura per persona fisica",
    "quanto costa a persona",
    "vorrei un agente immobiliare",
    "vorrei cambiare operatore telefonico",
  ])("is no legal term, no price and no other trade: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["sei umano?", "sto parlando con una persona?", "parlo con un operatore o con un robot?"])(
    "is not asked for by asking who is there: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );
});
