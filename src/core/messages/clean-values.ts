import { type Values, type VariableName, variables } from "./variables.ts";

/**
 * What comes from outside is data: a display name may hold anything, so it must not become a link, a second line or a
 * mark-up of the channel. (That it never becomes a template is kept by rendering once.)
 */
export function cleanValues(values: Values, locale: string): Readonly<Record<string, string>> {
  const cleaned: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (isVariableName(name)) cleaned[name] = cleanValue(name, value).replace(/.+/g, (line) => isolate(line, locale));
  }
  return cleaned;
}

function cleanValue(name: VariableName, value: string): string {
  const { form, maxLength } = variables[name];
  const visible = value.replace(form === "text" ? invisibleButLineBreaks : invisible, " ");
  const text = form === "name" ? withoutLinks(visible) : visible;
  return bound(text.replace(/[^\S\n]+/g, " ").trim(), maxLength);
}

/** Controls, and marks that turn the direction of what follows. Joiners stay: Hindi, Persian and emoji need them. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gv;
const invisibleButLineBreaks = /[[\p{Cc}\p{Zl}\p{Zp}\p{Co}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]--\n]+/gv;

function withoutLinks(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => !/:\/|@|^[a-z][\w+.-]*:\S/i.test(word))
    .join(" ")
    .replace(/[[\]{}<>|`*_~\\]/g, "")
    .replace(/(?<=[\p{L}\p{N}-])[.。．｡](?=[\p{L}\p{N}])/gu, ". ");
}

function bound(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length > maxLength - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const [firstStrongIsolate, popIsolate] = ["\u2068", "\u2069"];
const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const rightToLeftLanguage = /^(ar|he|iw|fa|ur|ps|sd|ug|yi|ckb|dv)(-|_|$)/i;

/** A name in the other direction neither turns the sentence nor is turned by it: "عمر has joined the conversation." */
function isolate(line: string, locale: string): string {
  const letter = /\p{L}/u.exec(line)?.[0];
  const isRightToLeft = letter !== undefined && rightToLeftLetter.test(letter);
  const fits = rightToLeftLanguage.test(locale) ? isRightToLeft || /^\d+$/.test(line) : !isRightToLeft;
  return fits ? line : firstStrongIsolate + line + popIsolate;
}

function isVariableName(name: string): name is VariableName {
  return Object.hasOwn(variables, name);
}
