import { describe, expect, test } from "vitest";
import { heard } from "./heard.ts";

describe("who is asked for by trade is a person", () => {
  test.each([
    "can I speak to the hairdresser",
    "please put me through to the plumber",
    "ich möchte mit der Friseurin sprechen",
    "kann ich mit dem Gärtner über das Angebot sprechen",
    "das Verkaufsteam soll sich bei mir melden",
    "quiero hablar con el fotógrafo",
    "comuníqueme con la costurera o la vendedora",
    "je voudrais parler au carrossier",
    "quero falar com o eletricista",
    "queria falar com a coordenação",
    "posso parlare con l avvocata",
    "vorrei parlare con l'organizzatrice",
    "passatemi il giardiniere",
    "vorrei parlare con chi prepara le torte",
    "mag ik de kapper spreken",
    "chcę porozmawiać z fryzjerką",
    "kuaförle görüşmek istiyorum",
    "хочу поговорить с парикмахером",
    "хочу поговорити з перукарем",
  ])("%s", (text) => {
    expect(heard(text)).toBe("request");
  });
});

describe("a trade that is only spoken of is no request", () => {
  test.each([
    "I need a plumber on Friday",
    "how do I contact the hairdresser",
    "my electrician can talk to the builder",
    "ich suche einen Gärtner",
    "necesito un fotógrafo para la boda",
    "mi serve un giardiniere per sabato",
    "combien coûte un carrossier",
    "nunca falei com o eletricista",
  ])("%s", (text) => {
    expect(heard(text)).toBe("nothing");
  });
});

describe("a title and a name are a person", () => {
  test.each([
    "I'd like to speak with Mr. Okafor",
    "can Dr. Lindqvist call me back",
    "kann ich Frau Doktor Abendroth sprechen?",
    "verbinden Sie mich mit Herrn Kowalczyk",
    "vorrei parlare con la signora Bertolucci",
    "je veux parler à Mme. Lefebvre",
    "quiero hablar con la señora Ibarra",
    "quero falar com o sr. Figueiredo",
    "ik wil mevrouw Dijkstra spreken",
  ])("%s", (text) => {
    expect(heard(text)).toBe("request");
  });

  test.each([
    "Mrs Okafor",
    "my name is Mr. Okafor. My parcel is late.",
    "please contact Mr Okafor and tell him I am late",
    "ich bin Frau Abendroth",
    "the parcel is for Mr. Okafor. Please deliver it.",
    "ayer hablé con la señora Ibarra",
  ])("who they belong to is not asked for: %s", (text) => {
    expect(heard(text)).not.toBe("request");
  });
});

describe("a bare name may be anybody's", () => {
  test.each([
    "can I talk to Thandiwe",
    "put me through to Oluwaseun please",
    "vorrei parlare con Guendalina",
    "quiero hablar con Itziar",
    "je veux parler à Maëlle",
    "quero falar com Iracema",
  ])("%s", (text) => {
    expect(heard(text)).toBe("unclear");
  });

  test.each([
    "how do I talk to strangers",
    "switch me to the annual plan",
    "I talked to Thandiwe",
    "don't talk to Thandiwe",
  ])("%s", (text) => {
    expect(heard(text)).toBe("nothing");
  });
});
