import { kindsOfQuestion, type QuestionKind, questionWords, requestWords } from "./question-words.ts";

/** What a person could have read in the packet before they wrote. */
export interface KnownFacts {
  readonly name: string | null;
  /** By name. */
  readonly properties: Readonly<Record<string, string>>;
  /** What the customer had written. */
  readonly said: readonly string[];
}

/** Only the first ones: later a person may ask about something new. */
export const messagesLookedAt = 3;

/**
 * What a person asked for although it was there to be read. Deterministic and careful: only questions for things that
 * can be recognised in what was known, and only where the message asks for them.
 */
export function askedAgain(messages: readonly string[], facts: KnownFacts): readonly QuestionKind[] {
  const held = kindsOfQuestion.filter((kind) => isHeld(kind, facts));
  if (held.length === 0) return [];
  const asked = new Set(messages.slice(0, messagesLookedAt).flatMap(asksFor));
  return held.filter((kind) => asked.has(kind));
}

function asksFor(message: string): readonly QuestionKind[] {
  // Sentence by sentence: "Your order number is on the way. What happened?" asks for no number.
  return message
    .toLowerCase()
    .split(/(?<=[?؟？!。！\n])|(?<=\.)\s/u)
    .filter((sentence) => /[?؟？]/u.test(sentence) || requestWords.some((word) => sentence.includes(word)))
    .flatMap((sentence) =>
      kindsOfQuestion.filter((kind) => questionWords[kind].some((word) => sentence.includes(word))),
    );
}

const email = /[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}/u;
const telephone = /(?:\+|00)\d[\d ()/.-]{6,20}\d/u;
/** Long enough not to be a date or an amount, with a word in front that says what it is or a sign that numbers carry. */
const orderNumber =
  /(?:order|bestell|auftrag|pedido|encomenda|commande|ordine|zamówieni|sipariş|طلب|#)[^\d\n]{0,24}\d[\d-]{3,}/iu;
const customerNumber = /(?:customer|account|kunden|cliente|client|klant|klient|müşteri|عميل)[^\d\n]{0,24}\d[\d-]{3,}/iu;

const inProperties: Readonly<Record<QuestionKind, RegExp>> = {
  name: /^(?:full_?|first_?|last_?)?name$/i,
  email: /e-?mail/i,
  telephone: /phone|mobile|telefon/i,
  "order-number": /order/i,
  "customer-number": /(?:customer|account)_?(?:id|number|no)/i,
  address: /address|street|postcode|zip/i,
};

function isHeld(kind: QuestionKind, { name, properties, said }: KnownFacts): boolean {
  const isProperty = Object.entries(properties).some(([key, value]) => value !== "" && inProperties[kind].test(key));
  if (isProperty) return true;
  switch (kind) {
    case "name":
      return name !== null && name.trim() !== "";
    case "email":
      return said.some((text) => email.test(text));
    case "telephone":
      return said.some((text) => telephone.test(text));
    case "order-number":
      return said.some((text) => orderNumber.test(text));
    case "customer-number":
      return said.some((text) => customerNumber.test(text));
    case "address":
      return false;
  }
}
