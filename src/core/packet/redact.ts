/**
 * Takes out what a model need not read to understand a conversation: numbers of cards and accounts, addresses of people,
 * secrets. Order numbers, amounts and dates stay. Linear in the length of the text.
 */
export function redact(text: string): string {
  let redacted = maskCards(text);
  for (const { pattern, replacement } of patterns) redacted = redacted.replace(pattern, replacement);
  return redacted.replace(international, (found) => (isPhone(found) ? "[phone]" : found));
}

/** Only payment cards: for what people see, who read the rest in the transcript anyway. */
export function maskCards(text: string): string {
  return text
    .replace(iban, (found) => (isIban(found) ? "[iban]" : found))
    .replace(digitRun, (found) => (isCard(found) ? "[card]" : found));
}

interface Pattern {
  readonly pattern: RegExp;
  readonly replacement: string;
}

/** Every repetition is bounded and nothing is matched in two ways, so that no input makes them slow. */
const digitRun = /(?<![\d])\d(?:[ -]?\d){12,18}(?![\d])/g;
const iban = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g;

/** "My password is …" and its like; what follows is taken out up to the next blank. */
const secretWords = [
  ...["password", "passcode", "pin", "cvv", "cvc", "otp", "code"],
  ...["passwort", "kennwort", "contraseña", "clave", "mot de passe", "senha", "wachtwoord", "hasło", "şifre", "parola"],
  ...["пароль", "密码", "パスワード", "كلمة المرور", "पासवर्ड"],
].join("|");
const joints = "is|are|was|ist|lautet|es|est|é|è|to|jest|это|是|は|:|=";

const patterns: readonly Pattern[] = [
  { pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu, replacement: "[email]" },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])(${secretWords})(\\s{0,3}(?:${joints})?\\s{0,3})(?:["'«„“])?([^\\s"'»”]{3,64})`,
      "giu",
    ),
    replacement: "$1$2[secret]",
  },
  { pattern: /\b(?:sk|pk|rk|ghp|gho|xox[abp]|AKIA|AIza|eyJ)[-_A-Za-z0-9]{12,200}/g, replacement: "[key]" },
  { pattern: /\b\d{3}-\d{2}-\d{4}\b/g, replacement: "[id]" },
  { pattern: /(?<![\p{L}\d-])\(?0\d{2,5}\)?[ ./-]\d{3,4}[ ./-]?\d{2,6}(?![\d-])/gu, replacement: "[phone]" },
  { pattern: /(?<![\d-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])/g, replacement: "[phone]" },
];

const international = /(?<![\p{L}\d])(?:\+|00)\d[\d ./()-]{6,24}\d/gu;

/** No number in the world has more than fifteen digits; parcels have. */
function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, "").replace(/^00/, "");
  return digits.length >= 8 && digits.length <= 15;
}

/** Luhn's sum, which one number in ten satisfies by chance. */
function isCard(found: string): boolean {
  const digits = found.replace(/\D/g, "");
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && /^[2-6]/.test(digits);
}

/** Its letters as numbers, the first four characters last, leave 1 when divided by 97. */
function isIban(found: string): boolean {
  const plain = found.replaceAll(" ", "");
  if (plain.length < 15 || plain.length > 34) return false;
  let rest = 0;
  for (const symbol of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(symbol, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
