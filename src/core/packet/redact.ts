import { findCards } from "./find-cards.ts";
import { findIbans } from "./find-ibans.ts";
import { findSecrets } from "./find-secrets.ts";
import { type Finder, takeOut } from "./redaction.ts";

/**
 * Takes out what a model need not read to understand a conversation: numbers of cards and accounts, addresses of people,
 * secrets. Order numbers, amounts and dates stay. Linear in the length of the text.
 */
export function redact(text: string): string {
  return takeOut(text, everything);
}

/** Only payment cards and accounts: for what people see, who read the rest in the transcript anyway. */
export function maskCards(text: string): string {
  return takeOut(text, payment);
}

/** Every repetition is bounded and nothing is matched in two ways, so that no input makes them slow. */
const email = /[\p{L}\p{N}._%+\u200b-]{1,64}@[\p{L}\p{N}\u200b-]{1,63}(?:\.[\p{L}\p{N}\u200b-]{1,63}){1,6}/gu;
const key =
  /\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|glpat|whsec|xox[abprs]|AKIA|AIza|eyJ)[-_A-Za-z0-9]{12,4096}(?:\.[-_A-Za-z0-9]{2,4096}){0,4}/g;
const socialSecurity = /\b\d{3}-\d{2}-\d{4}\b/g;
const national = /(?<![\p{L}\d-])\(?0\d{2,5}\)?[ ./-]\d{3,4}[ ./-]?\d{2,6}(?![\d-])/gu;
const american = /(?<![\d-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])/g;
const international = /(?<![\p{L}\d])(?:\+|00)\d[\d ./()-]{6,24}\d/gu;

const payment: readonly Finder[] = [findIbans, findCards];
const everything: readonly Finder[] = [
  ...payment,
  finder(email, "[email]"),
  findSecrets,
  finder(key, "[key]"),
  finder(socialSecurity, "[id]"),
  finder(national, "[phone]"),
  finder(american, "[phone]"),
  finder(international, "[phone]", isPhone),
];

function finder(pattern: RegExp, label: string, isMeant = (_found: string) => true): Finder {
  return (folded) =>
    [...folded.matchAll(pattern)]
      .filter(([found]) => isMeant(found))
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length, label }));
}

/** No number in the world has more than fifteen digits; parcels have. */
function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, "").replace(/^00/, "");
  return digits.length >= 8 && digits.length <= 15;
}
