import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Spanish", () => {
  test.each([
    "me comunica con un ejecutivo por favor",
    "pasame con alguien, no me sirve esto",
    "ocupo hablar con un asesor",
    "¿me ponéis con una persona?",
  ])("is heard from Mexico to Argentina and Spain: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each(["kiero ablar cn un umano xfa", "comuniqueme con un asesor", "quierohablarconunapersona"])(
    "is heard without accents, in chat spelling and run together: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["no, quiero hablar con una persona"])("is asked for behind a no with a comma: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "no quiero hablar con una persona",
    "prefiero no hablar con un agente",
    "se puede cancelar sin llamar a un asesor?",
  ])("is refused: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each([
    "no me sirve quiero un humano",
    "no quiero escribir quiero hablar con alguien",
    "nadie me ayuda necesito un agente",
  ])("keeps its meaning when the sentence before it has no end: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "hable con un asesor y no sabe nada",
    "llame a un agente la semana pasada",
    "ya me comunique con un operador",
  ])("is no past that only lost its accent: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each([
    "factura para persona física",
    "cuánto cuesta por persona",
    "quiero un agente inmobiliario",
    "recursos humanos",
  ])("is no legal term, no price and no other trade: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["eres un humano?", "estoy hablando con una persona real?"])(
    "is not asked for by asking who is there: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );
});
