import { isWithdrawal } from "../detection/withdrawal.ts";
import { waitOf } from "../messages/wait-buttons.ts";
import type { ChoiceId, MessageContent, WaitChoiceId } from "./message.ts";
import type { QueueControl } from "./state.ts";

export type WaitChoice = "here" | "later" | "email" | "cancel";

/**
 * What a message of somebody who waits says about the wait itself: a button, or words that take the request back.
 * Beside an assisting bot words may be the answer to its question, so only buttons count there.
 */
export function waitChoiceIn(content: MessageContent, { assist }: QueueControl): WaitChoice | null {
  if (content.type === "choice") return isWaitChoice(content.choice) ? waitOf(content.choice) : null;
  return content.type === "text" && !assist && isWithdrawal(content.text) ? "cancel" : null;
}

function isWaitChoice(choice: ChoiceId): choice is WaitChoiceId {
  return choice.startsWith("wait-");
}
