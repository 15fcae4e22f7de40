import { createCover } from "./language/phrase-cover.ts";
import { withdrawalLexicons } from "./lexicons/withdrawals/index.ts";
import type { WithdrawalKind } from "./lexicons/withdrawals/withdrawal-lexicon.ts";
import { read } from "./reading.ts";

const cover = createCover<WithdrawalKind>(withdrawalLexicons);
const longestWithdrawal = 120;

/**
 * "Never mind, I found it": somebody who waits for a person does not want one any more. Only where nothing else is
 * said: "cancel my order" and "never mind the invoice" are what they want to talk about.
 */
export function isWithdrawal(text: string): boolean {
  if (text.length > longestWithdrawal || /[?？؟]/u.test(text)) return false;
  return cover(read(text)).some(
    (clauses) => clauses.every(({ isWhole }) => isWhole) && clauses.some(({ phrases }) => takesBack(phrases)),
  );
}

function takesBack(phrases: readonly ReadonlySet<WithdrawalKind>[]): boolean {
  return phrases.some((kinds) => kinds.has("withdrawal"));
}
