import type { Effect } from "../../core/conversation/effect.ts";
import type { BotFailed, BotFailure, BotReplied } from "../../core/conversation/event.ts";
import { type Message, messageId, textOf } from "../../core/conversation/message.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import { type Bot, type BotAnswer, BotError, type BotMessage, type BotTurn } from "../../ports/bot.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import { pendingTurn } from "../pending-turn.ts";
import { outcomeOf } from "./outcome.ts";
import { rejectOnAbort } from "./reject-on-abort.ts";

/** Its code threw again and again: the customer gets a person (I11). */
export async function giveUpTurn(parts: Parts, handle: HandleEvent, leased: LeasedEffect, effect: TurnEffect) {
  const event = { id: leased.id, at: parts.clock.now(), effectId: leased.id, botId: parts.settings.botId ?? "" };
  const failure = { ...event, epoch: effect.epoch, ...failed("error") };
  return outcomeOf(await handle(effect.conversationId, failure, { settles: [leased.id] }));
}

type TurnEffect = Extract<Effect, { type: "bot-turn" }>;

/** Asks the bot. Whatever comes of it returns as one event, and every failure ends at a person (I11). */
export function createBotTurn(parts: Parts, known: KnownConversations, handle: HandleEvent) {
  return async (leased: LeasedEffect, effect: TurnEffect, run: Run): Promise<Outcome> => {
    const conversation = await owingConversation(known, effect.conversationId, leased.id);
    if (!conversation) return { outcome: "done" };
    const botId = parts.settings.botId ?? "";
    const bot = parts.bots.get(botId);
    const turn = await readTurn(parts, known, leased.id, conversation);
    const asked = bot ? await ask(parts, bot, turn, run.signal) : notThere;
    if (asked.status === "aborted") return { outcome: "hand-back" };
    if (asked.status === "failed" && mayRetry(parts, asked, leased, conversation)) {
      return { outcome: "retry", error: asked.failure, retryAfterMs: asked.retryAfterMs };
    }
    const result = asked.status === "failed" ? failed(asked.failure) : replied(asked.answer, turn.upToSeq);
    const event = { id: leased.id, at: parts.clock.now(), effectId: leased.id, botId, epoch: effect.epoch, ...result };
    parts.metrics.count("baton_bot_turns_total", { outcome: result.type });
    return outcomeOf(await handle(effect.conversationId, event, { settles: [leased.id] }));
  };
}

/** `null`: the turn is not owed any more. What this process remembers is enough to go on, not enough to give up. */
async function owingConversation(
  known: KnownConversations,
  id: string,
  effectId: string,
): Promise<Conversation | null> {
  const remembered = (await known.get(id)).body;
  if (remembered && pendingTurn(remembered)?.effectId === effectId) return remembered;
  const { body } = await known.fresh(id);
  return body && pendingTurn(body)?.effectId === effectId ? body : null;
}

/** Not for longer than a customer would wait, whatever the bot's server asks for. */
function mayRetry(
  { clock, limits }: Parts,
  asked: Extract<Asked, { status: "failed" }>,
  leased: LeasedEffect,
  conversation: Conversation,
): boolean {
  const waitedMs = clock.now() - (pendingTurn(conversation)?.firstMessageAt ?? clock.now());
  const patienceMs = limits.botPatienceMs - waitedMs;
  return asked.isRetryable && leased.attempt < limits.botAttempts && (asked.retryAfterMs ?? 0) < patienceMs;
}

type Asked =
  | { readonly status: "answered"; readonly answer: BotAnswer }
  | { readonly status: "aborted" }
  | {
      readonly status: "failed";
      readonly failure: BotFailure;
      readonly isRetryable: boolean;
      readonly retryAfterMs: number | null;
    };

const notThere = { status: "failed", failure: "error", isRetryable: false, retryAfterMs: null } as const;

async function ask(parts: Parts, bot: Bot, turn: BotTurn, stop: AbortSignal): Promise<Asked> {
  const timeout = AbortSignal.timeout(parts.limits.botTimeoutMs);
  const signal = AbortSignal.any([stop, timeout]);
  const startedAt = parts.clock.now();
  try {
    const answer = await Promise.race([readAnswer(bot, turn, signal), rejectOnAbort(signal)]);
    return isAnswer(answer) ? { status: "answered", answer } : { ...notThere, failure: "malformed" };
  } catch (error) {
    if (stop.aborted) return { status: "aborted" };
    if (timeout.aborted) return { status: "failed", failure: "time-out", isRetryable: false, retryAfterMs: null };
    if (!(error instanceof BotError)) return { ...notThere, isRetryable: true };
    const { failure, retryable, retryAfterMs } = error;
    return { status: "failed", failure, isRetryable: retryable, retryAfterMs };
  } finally {
    parts.metrics.observe("baton_bot_seconds", (parts.clock.now() - startedAt) / 1000);
  }
}

/** Channels that can show text as it grows will get the pieces; the whole answer is what counts. */
async function readAnswer(bot: Bot, turn: BotTurn, signal: AbortSignal): Promise<BotAnswer> {
  const pieces = bot.reply(turn, signal);
  for (;;) {
    const piece = await pieces.next();
    if (piece.done) return piece.value;
  }
}

/** A bot is somebody else's code: what it returns is looked at before it is used. */
function isAnswer(answer: Partial<BotAnswer> | undefined): answer is BotAnswer {
  return Array.isArray(answer?.proposals) && (answer.text === null || typeof answer.text === "string");
}

function replied(answer: BotAnswer, upToSeq: number): Omit<BotReplied, "effectId" | "botId" | "epoch"> {
  const proposal = answer.proposals.find(({ type }) => type === "handoff");
  return {
    type: "bot-replied",
    upToSeq,
    text: answer.text,
    wantsHandoff: proposal ? { reason: proposal.reason } : null,
  };
}

function failed(failure: BotFailure): Omit<BotFailed, "effectId" | "botId" | "epoch"> {
  return { type: "bot-failed", failure };
}

/** The current engagement, and no more than the bot is allowed to read. */
async function readTurn(
  parts: Parts,
  known: KnownConversations,
  id: string,
  conversation: Conversation,
): Promise<BotTurn & { upToSeq: number }> {
  const firstSeq = Math.max(conversation.engagement.firstSeq, conversation.lastSeq - parts.limits.botMessages + 1);
  const remembered = (await known.get(conversation.id)).messages.filter(({ seq }) => seq >= firstSeq);
  const messages = remembered[0]?.seq === firstSeq ? remembered : await readMessages(parts, conversation.id, firstSeq);
  return {
    id,
    conversationId: conversation.id,
    channelId: conversation.route.channelId,
    locale: conversation.locale,
    messages: unreadLast(messages, pendingTurn(conversation)?.unreadAfter ?? null).flatMap(botMessage),
    upToSeq: messages.at(-1)?.seq ?? conversation.lastSeq,
  };
}

async function readMessages(parts: Parts, owner: string, firstSeq: number): Promise<readonly Message[]> {
  const range = { limit: parts.limits.botMessages, order: "ascending", afterSeq: firstSeq - 1 } as const;
  const page = await parts.store.query({ log: "messages", owner, ...range });
  return page.items.map((item) => item.body as Message);
}

/** What the last answer had not read yet comes after it: to the bot it is still to be answered. */
function unreadLast(messages: readonly Message[], unreadAfter: number | null): readonly Message[] {
  if (unreadAfter === null) return messages;
  const isUnread = ({ author, seq }: Message) => author.type === "customer" && seq > unreadAfter;
  return [...messages.filter((message) => !isUnread(message)), ...messages.filter(isUnread)];
}

function botMessage(message: Message): BotMessage[] {
  const text = textOf(message.content);
  if (text === null) return [];
  // Our own texts at a moment were said in the assistant's voice.
  const author = message.author.type === "system" ? "bot" : message.author.type;
  return [{ id: messageId(message.conversationId, message.seq), at: message.at, author, text }];
}
