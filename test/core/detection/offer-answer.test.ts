import { describe, expect, test } from "vitest";
import { readOfferAnswer } from "../../../src/core/detection/offer-answer.ts";
import { read } from "../../../src/core/detection/reading.ts";
import { cpuTimeMs } from "./cpu-time.ts";

const answers = {
  en: {
    person: [
      "yes",
      "Yes please!",
      "a person",
      "person pls",
      "sure",
      "ok",
      "yeah a human would be great",
      "I'd rather talk to a person",
      "No, a person please",
      "not you, a real human",
      "the first",
      "1",
      "please",
      "👍",
      "yesss",
      "yes but where is my order",
      "Yes please, my parcel never arrived",
      "someone from your team please",
      "not a bot, a person",
      "human",
      "I want to talk to someone",
      "yes, connect me",
      "yes id like that",
      "I would prefer a human",
      "yeah sure",
      "talk to a person",
      "can you connect me",
      "the first one please",
      "definitely a person",
      "Yes, someone real.",
      "ok, a person then",
      "y",
      "let's do that",
      "your team",
    ],
    bot: [
      "no",
      "no thanks",
      "No, thank you!",
      "keep going",
      "you",
      "with you is fine",
      "go on",
      "nope, continue",
      "the second",
      "2",
      "let's continue",
      "no need",
      "I'm fine with you",
      "I don't want a person",
      "yes, keep going with you",
      "not now",
      "no thanks, can you tell me when it arrives?",
      "stay with you",
      "ok you then",
      "👎",
      "no i'm good",
      "nah i'm good",
      "continue with you",
      "I'd rather keep going with you",
      "no, you're fine",
      "just you",
      "nothing, keep going",
      "lets keep going",
      "you can help me",
      "No. Keep going with you.",
      "second option",
      "nope",
      "let me try with you first",
    ],
    neither: [
      "where is my order?",
      "thanks",
      "what do you mean",
      "my order number is 12345",
      "both",
      "i don't know",
      "no, where is my order?",
      "hello",
      "yes no",
      "ok where is it",
      "yes it arrived yesterday",
      "12345",
      "can you help me with my password",
      "that's not what I asked",
      "you already asked me that",
      "maybe",
      "what's the difference?",
      "how long would that take?",
      "is that a real person?",
      "stop",
      "no one answered me yesterday",
      "you are useless",
      "a person stole my card",
      "I spoke to a person yesterday and nothing happened",
      "none of that works",
      "person or bot?",
    ],
  },
  es: {
    person: [
      "sí",
      "si por favor",
      "una persona",
      "claro",
      "no, quiero hablar con una persona",
      "prefiero una persona",
      "sí, con una persona",
      "sí, quiero hablar con alguien",
      "por favor",
    ],
    bot: [
      "no",
      "no gracias",
      "contigo",
      "sigue",
      "no quiero una persona",
      "seguimos",
      "mejor contigo",
      "no hace falta gracias",
      "no, sigamos",
    ],
    neither: ["donde esta mi pedido", "no funciona la app", "no me llega el correo", "sí pero no contigo"],
  },
  fr: {
    person: [
      "oui",
      "oui svp",
      "une personne",
      "un conseiller s'il vous plaît",
      "volontiers",
      "oui je veux bien",
      "je préfère parler à quelqu'un",
    ],
    bot: ["non", "non merci", "avec vous", "continuez", "pas besoin", "non je continue avec vous", "non ça ira"],
    neither: ["où est ma commande", "non ça ne marche pas", "personne ne me répond"],
  },
  pt: {
    person: [
      "sim",
      "sim por favor",
      "quero falar com uma pessoa",
      "um atendente",
      "quero sim",
      "prefiro uma pessoa",
      "alguém da equipe",
    ],
    bot: [
      "não",
      "nao obrigado",
      "pode continuar",
      "com você",
      "não precisa",
      "prefiro continuar com você",
      "não, pode continuar",
    ],
    neither: ["cadê meu pedido", "não chegou ainda"],
  },
  de: {
    person: [
      "ja gerne",
      "Ja",
      "einen Menschen bitte",
      "gerne",
      "mit einem Mitarbeiter",
      "Nein, lieber mit einem Menschen",
      "lieber ein Mensch",
      "ja, verbinden Sie mich",
      "Mensch",
      "ja gern mit jemandem aus dem Team",
    ],
    bot: [
      "nein danke",
      "Nein",
      "weiter mit dir",
      "mach weiter",
      "nicht nötig",
      "nein, mit dir",
      "lieber mit dir weiter",
      "nö passt schon",
      "weitermachen",
    ],
    neither: ["wo ist mein Paket", "Ja das habe ich schon versucht", "nein das stimmt nicht", "wie lange dauert das"],
  },
  it: {
    person: [
      "sì",
      "si grazie",
      "una persona",
      "con un operatore per favore",
      "preferisco una persona",
      "sì, mi passi qualcuno",
    ],
    bot: ["no", "no grazie", "con te", "continua", "no, continuiamo", "preferisco continuare con te"],
    neither: ["dov'è il mio ordine", "no non funziona"],
  },
  nl: {
    person: [
      "ja",
      "ja graag",
      "een medewerker",
      "liever met een mens",
      "graag iemand van het team",
      "doe maar een mens",
    ],
    bot: ["nee", "nee dank je", "ga maar door", "met jou", "nee hoor, ga maar verder", "liever met jou"],
    neither: ["waar is mijn pakket", "nee het werkt niet"],
  },
  pl: {
    person: ["tak", "poproszę", "z człowiekiem", "tak, proszę", "wolę człowieka", "tak, z konsultantem"],
    bot: ["nie", "nie dziękuję", "z tobą", "kontynuujmy", "wolę kontynuować z tobą", "nie, dalej"],
    neither: ["gdzie jest moja paczka", "nie działa"],
  },
  tr: {
    person: [
      "evet",
      "evet lütfen",
      "bir insanla",
      "temsilciyle görüşmek istiyorum",
      "insanla konuşmak istiyorum",
      "olur",
    ],
    bot: ["hayır", "hayır teşekkürler", "seninle devam edelim", "gerek yok", "hayır devam edelim", "sizinle devam"],
    neither: ["siparişim nerede", "olmadı"],
  },
  ru: {
    person: ["да", "да, пожалуйста", "с человеком", "оператора", "давайте с человеком", "лучше с оператором"],
    bot: ["нет", "нет, спасибо", "с вами", "продолжайте", "не надо", "нет, давайте продолжим", "лучше с вами"],
    neither: ["где мой заказ", "не работает"],
  },
  uk: {
    person: ["так", "так, будь ласка", "з людиною", "краще з людиною"],
    bot: ["ні", "ні, дякую", "продовжуйте", "ні, продовжимо"],
    neither: ["де моє замовлення", "не працює"],
  },
  zh: {
    person: ["是的", "好的", "人工", "要", "转人工", "我想跟真人聊", "找人工", "好的，转人工吧", "需要"],
    bot: ["不用了", "不用，谢谢", "继续", "和你聊就行", "不要", "继续跟你聊", "不需要，继续"],
    neither: ["我的订单在哪里", "没收到"],
  },
  ja: {
    person: [
      "はい",
      "はい、お願いします",
      "担当者と話したいです",
      "お願いします",
      "人と話したい",
      "はい、つないでください",
    ],
    bot: ["いいえ", "いいえ、結構です", "大丈夫です", "続けてください", "いいえ、続けてください", "このままでいいです"],
    neither: ["注文はどこですか", "届いていません"],
  },
  ar: {
    person: ["نعم", "نعم من فضلك", "أريد التحدث مع شخص", "موظف", "نعم أريد موظف", "أفضل التحدث مع إنسان"],
    bot: ["لا", "لا شكرا", "معك", "استمر", "لا، أكمل معك"],
    neither: ["أين طلبي", "لم يصل طلبي"],
  },
  hi: {
    person: ["हाँ", "जी हाँ", "किसी इंसान से बात करनी है", "हाँ, कृपया", "हाँ, एजेंट से बात करना चाहता हूँ", "इंसान से"],
    bot: ["नहीं", "नहीं धन्यवाद", "आपके साथ", "जारी रखें", "नहीं, आप ही ठीक हैं"],
    neither: ["मेरा ऑर्डर कहाँ है", "नहीं आया"],
  },
};

describe.each(Object.entries(answers))(
  'asked "a person from our team, or keep going with me?", in %s',
  (_language, said) => {
    test.each(said.person)("wants a person: %s", (text) => {
      expect(readOfferAnswer(read(text))).toBe("person");
    });

    test.each(said.bot)("stays with the bot: %s", (text) => {
      expect(readOfferAnswer(read(text))).toBe("bot");
    });

    test.each(said.neither)("has not answered: %s", (text) => {
      expect(readOfferAnswer(read(text))).toBeNull();
    });
  },
);

test("a comma decides what a no is about", () => {
  expect(readOfferAnswer(read("no, quiero una persona"))).toBe("person");
  expect(readOfferAnswer(read("no quiero una persona"))).toBe("bot");
  expect(readOfferAnswer(read("no agent please"))).toBeNull();
});

test("a yes that is taken back is none", () => {
  expect(readOfferAnswer(read("yes, but the parcel just came"))).toBe("person");
  expect(readOfferAnswer(read("yes, but the parcel just came so no need"))).toBeNull();
});

test("a long message is no answer, and costs nothing", () => {
  const reading = read("yes, ".repeat(200_000));
  expect(cpuTimeMs(() => expect(readOfferAnswer(reading)).toBeNull())).toBeLessThan(100);
});
