import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Portuguese", () => {
  test.each([
    "me passa para um atendente",
    "gostava de falar com um assistente se faz favor",
    "pode ligar-me a um assistente?",
    "chama um humano aí",
  ])("is heard in Brazil and in Portugal: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each(["qro fala cm atendente", "nao quero robo quero gente de vdd", "queroFalarComAtendente"])(
    "is heard without accents, in chat spelling and run together: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["não, quero falar com uma pessoa"])("is asked for behind a no with a comma: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "não quero falar com uma pessoa",
    "prefiro não falar com atendente",
    "dá pra cancelar sem falar com um atendente?",
  ])("is refused: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["não resolveu quero falar com atendente", "ninguém me ajuda preciso de um humano"])(
    "keeps its meaning when the sentence before it has no end: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["já falei com um atendente", "fui atendido por uma pessoa ontem", "antes dava pra falar com uma pessoa"])(
    "is nothing that has happened: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each([
    "conta para pessoa física",
    "quanto custa por pessoa",
    "quero um agente de viagens",
    "quero falar pessoalmente na loja",
  ])("is no legal term, no price and no other trade: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["você é humano?", "tu és humano?", "tô falando com uma pessoa?"])(
    "is not asked for by asking who is there: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );
});
