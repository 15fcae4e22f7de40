import type { Finding } from "./redaction.ts";

/**
 * "My password is …" and its like: what follows is taken out up to the next blank. Without an "is" or a colon it is only
 * a secret when it has a digit, because "the code does not work" and "password forgotten" are what people write about.
 */
export function* findSecrets(folded: string): Iterable<Finding> {
  let taken = 0;
  for (const { index, 0: name, 1: spaced, 2: unspaced, 3: value = "" } of folded.matchAll(named)) {
    const start = index + name.length;
    const isSaid = (spaced ?? unspaced ?? "").trim() !== "";
    if (start < taken || !(isSaid || /\d/.test(value))) continue;
    taken = start + value.length;
    yield { start, end: taken, label: "[secret]" };
  }
}

const words = [
  ...["passwords?", "passcodes?", "pins?", "pincode", "cvv2?", "cvc2?", "otp", "codes?"],
  ...["passw(?:o|ö)rte?r?", "kennwort", "contraseñas?", "claves?", "mots? de passe", "senhas?", "wachtwoord"],
  ...["hasł[oa]", "şifrem?", "parolam?", "парол[ья]", "كلمة المرور", "كلمة السر", "पासवर्ड"],
].join("|");
/** These languages put no blank between a word and the next one. */
const unspacedWords = "密码|密碼|パスワード|暗証番号|验证码";
const joints = "is|are|was|ist|lautet|sind|es|est|é|è|to|jest|это|هي|هو|है";

/** The value is only looked at: "pin code is 1234" names it twice. */
const named = new RegExp(
  `(?:(?<!\\p{L})(?:${words})(?:\\s(?:number|nummer|número|numéro))?(?!\\p{L})((?:\\s{0,3}(?:${joints})(?!\\p{L}))?\\s{0,3}[:=]?\\s{0,3})` +
    `|(?:${unspacedWords})(\\s{0,3}[是は:=]{1,2}\\s{0,3}))["'«„“]?(?=([^\\s"'»”]{2,256}))`,
  "giu",
);
