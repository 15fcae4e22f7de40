/**
 * The turn as messages for the model. What the bot said is the assistant's; everything else, also what a colleague said,
 * is data in marked blocks of the other side. One message is one block, and earlier ones never change: that is what the
 * prompt cache and the model's own thinking hold on to. Colleagues' internal notes are left out: what is not there cannot
 * be quoted to the customer, whatever the customer writes.
 */
import type { Anthropic } from "@anthropic-ai/sdk";
import type { BotMessage, BotTurn, HandedBack } from "../../../src/ports/bot.ts";
import { cutText, dataBlock } from "../../kit/data-block.ts";

const maxMessageLength = 8_000;
/** Older messages are left out beyond it; the newest is always there. */
const maxHistoryLength = 80_000;
const localeForm = /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}$/;

export const blockTags = [
  "conversation_state",
  "customer_message",
  "colleague_message",
  "handed_back",
  "help_page",
  "tool_answer",
];

type Part = { readonly role: "user" | "assistant"; readonly text: string };

export function renderHistory(turn: BotTurn): Anthropic.MessageParam[] {
  const told = turn.messages.filter(({ author, text }) => author !== "note" && /\S/.test(text));
  const recent = withinLength(told);
  const returnedAt =
    turn.handedBack === null ? -1 : recent.findLastIndex(({ at }) => at <= (turn.handedBack?.at ?? 0)) + 1;
  const parts = recent.map(partOf);
  if (turn.handedBack !== null) parts.splice(returnedAt, 0, handedBackPart(turn.handedBack));
  parts.unshift(startPart(turn.locale, recent.length < told.length));
  // The model answers the other side's words; after its own it would only go on talking.
  if (parts.at(-1)?.role === "assistant") parts.push(statePart("The customer has written nothing new.", null));
  return merge(parts);
}

function partOf({ author, text }: BotMessage): Part {
  const cut = cutText(text, maxMessageLength);
  if (author === "bot") return { role: "assistant", text: cut.toWellFormed() };
  return { role: "user", text: dataBlock(author === "agent" ? "colleague_message" : "customer_message", cut) };
}

function startPart(locale: string | null, isCut: boolean): Part {
  const text = isCut ? "The conversation is long; its beginning is left out." : "The conversation begins.";
  return statePart(text, locale !== null && localeForm.test(locale) ? locale : null);
}

function statePart(text: string, locale: string | null): Part {
  return { role: "user", text: dataBlock("conversation_state", text, { locale }) };
}

function handedBackPart({ note }: HandedBack): Part {
  const text = note?.trim() ? cutText(note.trim(), maxMessageLength) : "The colleague left no note.";
  return { role: "user", text: dataBlock("handed_back", text) };
}

function withinLength(messages: readonly BotMessage[]): readonly BotMessage[] {
  let length = 0;
  const firstKept = messages.findLastIndex(({ text }) => {
    length += Math.min(text.length, maxMessageLength);
    return length > maxHistoryLength;
  });
  return messages.slice(firstKept + 1);
}

/** The API wants the sides to take turns. */
function merge(parts: readonly Part[]): Anthropic.MessageParam[] {
  const messages: { role: Part["role"]; content: Anthropic.TextBlockParam[] }[] = [];
  for (const { role, text } of parts) {
    const last = messages.at(-1);
    if (last?.role === role) last.content.push({ type: "text", text });
    else messages.push({ role, content: [{ type: "text", text }] });
  }
  return messages;
}
