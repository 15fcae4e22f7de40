import { decide } from "../../detection/decide.ts";
import { read } from "../../detection/reading.ts";
import type { Signal } from "../../detection/signal.ts";
import { findBrokenPromise } from "../../detection/signals/broken-promise.ts";
import { countRepetition, fingerprint } from "../../detection/signals/repetition.ts";
import type { TransitionContext } from "../context.ts";
import { type Draft, joined } from "../draft.ts";
import { addUsage, withBot, withUsage } from "../engagement.ts";
import type { EventOf } from "../handler.ts";
import type { BotControl, BotRecord } from "../state.ts";
import { nextTurn } from "./bot-turns.ts";
import { handOver } from "./hand-over.ts";
import { introduction } from "./introduction.ts";
import { sendOffer } from "./offer-person.ts";

/**
 * The bot's answer is looked at before the customer sees it: what it proposes, what it promises, how sure it is and
 * whether it says anything new. Either it goes out, or a person comes and nothing of it does (I4, I11).
 */
export function botAnswered(
  draft: Draft,
  control: BotControl,
  event: EventOf<"bot-replied">,
  context: TransitionContext,
): void {
  const signals = judge(draft, event, context);
  const { conversation, at } = draft;
  const verdict = decide({ conversation, at, signals, messageSeq: null }, context);
  const text = event.text?.trim() ?? "";
  const mustHandOver = verdict.action === "handoff" || text === "" || signals.some(({ id }) => id === "broken-promise");
  const actor = { type: "bot", botId: event.botId } as const;
  if (mustHandOver) {
    handOver(draft, control, { verdict, actor, canStay: false, note: event.wantsHandoff?.note ?? null }, context);
    return;
  }
  const mayOffer = verdict.action === "offer" && conversation.engagement.offer === null;
  // One message: the answer, and the offer after it (I4).
  const offer = { cause: verdict.cause, moment: "handoff.offer", author: actor, after: [text] } as const;
  if (!mayOffer || !sendOffer(draft, offer, context)) {
    draft.send(actor, { type: "text", text: joined([...introduction(draft, context), text]) });
  }
  draft.set({ control: { ...control, pendingTurn: nextTurn(draft, event.upToSeq, context.settings) } });
}

/** Error, time-out, refusal, overload: a person, never silence (I11). */
export function botGaveUp(
  draft: Draft,
  control: BotControl,
  event: EventOf<"bot-failed">,
  context: TransitionContext,
): void {
  draft.set(withUsage(draft.conversation, event.usage));
  const signals: readonly Signal[] = [{ id: "bot-failed", detail: event.failure, start: 0, end: 0 }];
  const { conversation, at } = draft;
  const verdict = decide({ conversation, at, signals, messageSeq: null }, context);
  const actor = { type: "bot", botId: event.botId } as const;
  handOver(draft, control, { verdict, actor, canStay: false, note: null }, context);
}

/** What the answer shows, and what has to be remembered of it. */
function judge(draft: Draft, event: EventOf<"bot-replied">, { policy }: TransitionContext): readonly Signal[] {
  const { detection } = policy.settings;
  const before = draft.conversation.engagement.bot;
  const signals: Signal[] = [];
  const find = (id: Signal["id"], detail?: string) =>
    signals.push({ id, start: 0, end: 0, ...(detail === undefined ? {} : { detail }) });
  if (event.wantsHandoff) find("bot-proposed", event.wantsHandoff.reason);
  else if (!event.text?.trim()) find("bot-failed", "empty");
  const reading = read(event.text ?? "");
  const promise = event.wantsHandoff ? null : findBrokenPromise(reading);
  if (promise) signals.push(promise);
  for (const intent of event.intents) if (detection.intents.includes(intent)) find("intent", intent);
  const isUnsure = isBelow(event.confidence, detection.minConfidence) || event.topicSupported === false;
  const failedAttempts = isUnsure ? before.failedAttempts + 1 : 0;
  if (isUnsure) find("unsupported-topic");
  if (failedAttempts >= detection.failedAttempts) find("failed-attempts");
  const turns = before.turns + 1;
  if (detection.botTurns !== null && turns >= detection.botTurns) find("turn-budget");
  const print = fingerprint(reading);
  if (print !== "" && countRepetition(before.said, print) >= detection.repetitions) find("bot-repeats");
  const record: Partial<BotRecord> = {
    turns,
    failedAttempts,
    intents: [...new Set([...before.intents, ...event.intents])].slice(-mostIntents),
    said: print === "" ? before.said : [...before.said, print].slice(-detection.repetitions),
    usage: addUsage(before.usage, event.usage),
  };
  draft.set(withBot(draft.conversation, record));
  return signals;
}

const mostIntents = 10;

function isBelow(confidence: number | null, least: number | null): boolean {
  return confidence !== null && least !== null && confidence < least;
}
