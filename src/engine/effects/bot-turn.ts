import type { Effect } from "../../core/conversation/effect.ts";
import type { BotFailed, BotFailure, BotReplied } from "../../core/conversation/event.ts";
import type { Conversation, UsageTotal } from "../../core/conversation/state.ts";
import { type Bot, type BotAnswer, BotError, type BotTurn, type BotUsage } from "../../ports/bot.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import { pendingTurn } from "../pending-turn.ts";
import { readTurn } from "./bot-reading.ts";
import { countUsage, totalOf } from "./bot-usage.ts";
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
    const usage = asked.status === "failed" ? asked.usage : asked.answer.usage;
    countUsage(parts.metrics, usage);
    if (asked.status === "failed" && mayRetry(parts, asked, leased, conversation)) {
      return { outcome: "retry", error: asked.failure, retryAfterMs: asked.retryAfterMs };
    }
    const result =
      asked.status === "failed" ? failed(asked.failure, totalOf(usage)) : replied(asked.answer, turn.upToSeq);
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
      readonly usage: BotUsage | null;
    };

const notThere = { status: "failed", failure: "error", isRetryable: false, retryAfterMs: null, usage: null } as const;

async function ask(parts: Parts, bot: Bot, turn: BotTurn, stop: AbortSignal): Promise<Asked> {
  const timeout = AbortSignal.timeout(parts.limits.botTimeoutMs);
  const signal = AbortSignal.any([stop, timeout]);
  const startedAt = parts.clock.now();
  try {
    const answer = await Promise.race([readAnswer(bot, turn, signal), rejectOnAbort(signal)]);
    return isAnswer(answer) ? { status: "answered", answer } : { ...notThere, failure: "malformed" };
  } catch (error) {
    if (stop.aborted) return { status: "aborted" };
    if (timeout.aborted) return { ...notThere, failure: "time-out" };
    if (!(error instanceof BotError)) return { ...notThere, isRetryable: true };
    const { failure, retryable, retryAfterMs, usage } = error;
    return { status: "failed", failure, isRetryable: retryable, retryAfterMs, usage };
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
  const isText = answer?.text === null || typeof answer?.text === "string";
  return isText && Array.isArray(answer?.proposals) && Array.isArray(answer.intents);
}

function replied(answer: BotAnswer, upToSeq: number): Omit<BotReplied, "effectId" | "botId" | "epoch"> {
  const proposal = answer.proposals.find(({ type }) => type === "handoff");
  return {
    type: "bot-replied",
    upToSeq,
    text: answer.text,
    wantsHandoff: proposal ? { reason: codeOf(proposal.reason), note: proposal.note?.slice(0, maxNote) ?? null } : null,
    topicSupported: answer.topicSupported,
    confidence: answer.confidence,
    intents: answer.intents.slice(0, maxIntents).map(codeOf),
    usage: totalOf(answer.usage),
  };
}

function failed(failure: BotFailure, usage: UsageTotal | null = null): Omit<BotFailed, "effectId" | "botId" | "epoch"> {
  return { type: "bot-failed", failure, usage };
}

const maxNote = 4_000;
const maxIntents = 10;

/** Somebody else's word is stored and matched: short, and of letters, digits and dashes. */
function codeOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60);
}
