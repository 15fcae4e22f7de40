import type { ChannelFacts, TransitionContext, Workload } from "../core/conversation/context.ts";
import type { ConversationEvent } from "../core/conversation/event.ts";
import type { Conversation } from "../core/conversation/state.ts";
import type { Property } from "../core/rules/rule.ts";
import type { Policy } from "../core/settings/policy.ts";
import { type Decided, decideAgain } from "./decide-again.ts";
import { imagineConversation } from "./imagined-conversation.ts";
import type { Parts } from "./parts.ts";
import type { SettingsSwitches } from "./settings/switches.ts";
import { policyOf, readWanted, type WantedSettings } from "./wanted-settings.ts";
import type { WorkloadReader } from "./workload.ts";

/** Somebody of ours writes a few messages, to see what would become of them. */
export interface Trial {
  /** `null`: the first channel there is. */
  readonly channel: { readonly id: string } | { readonly kind: string } | null;
  /** What the channel says of the customer. */
  readonly locale: string | null;
  readonly name: string | null;
  readonly properties: Readonly<Record<string, Property>>;
  readonly tags: readonly string[];
  readonly messages: readonly string[];
  /** `null`: now. */
  readonly at: number | null;
}

export type Tried =
  | ({ readonly status: "tried"; readonly messages: readonly TriedMessage[] } & Omit<WantedSettings, "settings">)
  | { readonly status: "no-draft" }
  | { readonly status: "no-channel" };

export interface TriedMessage {
  readonly text: string;
  /** As it was understood after this message. */
  readonly language: string | null;
  readonly phase: Conversation["control"]["phase"];
  /** About the message, and about the bot's answer to it where it was the bot's to answer. */
  readonly decisions: readonly Decided[];
}

/** Reads what decisions need, and writes nothing (I16). */
export interface Trials {
  run(draftId: string | null, trial: Trial): Promise<Tried>;
}

/** What the bot would say is not asked: a bot costs money, and this is about the settings. */
const botAnswer = "…";
const betweenMessagesMs = 1_000;

export function createTrials(parts: Parts, workload: WorkloadReader, switches: Pick<SettingsSwitches, "get">): Trials {
  return {
    async run(draftId, trial) {
      const channel = channelOf(parts, trial.channel);
      if (!channel) return { status: "no-channel" };
      const wanted = await readWanted(parts, draftId);
      if (!wanted) return { status: "no-draft" };
      const policy = policyOf(wanted, await switches.get());
      const context = contextOf(parts, { policy, channel, workload: await workload.at(policy) }, trial);
      const messages = tryMessages(context, trial, trial.at ?? parts.clock.now());
      return { status: "tried", version: wanted.version, draftId, messages };
    },
  };
}

function tryMessages(context: TransitionContext, trial: Trial, startsAt: number): readonly TriedMessage[] {
  const { locale, tags, properties, messages } = trial;
  let conversation = imagineConversation({ at: startsAt, channelId: context.channel.id, locale, tags, properties });
  return messages.map((text, index) => {
    const at = startsAt + index * betweenMessagesMs;
    const decisions: Decided[] = [];
    for (const next of [messageOf, answerOf]) {
      const event = next(conversation, at, text);
      const decided = event && decideAgain({ before: conversation, event, context });
      if (!decided) continue;
      const { applied, ...decision } = decided;
      decisions.push(decision);
      conversation = applied.conversation;
    }
    return { text, language: conversation.locale, phase: conversation.control.phase, decisions };
  });
}

function messageOf(conversation: Conversation, at: number, text: string): ConversationEvent {
  const id = `try-${conversation.lastSeq}`;
  return {
    ...{ type: "message-received", id, at, providerId: id, channelId: conversation.route.channelId },
    ...{ customerId: conversation.customerId, locale: null, isTest: true, draftId: null },
    ...{ properties: {}, isFromParticipant: false, content: { type: "text", text } },
  };
}

/** `null`: it is not the bot's turn. */
function answerOf({ control, epoch, lastSeq }: Conversation, at: number): ConversationEvent | null {
  const turn = control.phase === "queue" ? control.assist?.pendingTurn : control.phase === "bot" && control.pendingTurn;
  if (!turn) return null;
  return {
    ...{ type: "bot-replied", id: turn.effectId, at, effectId: turn.effectId, botId: "bot", epoch, upToSeq: lastSeq },
    ...{ text: botAnswer, wantsHandoff: null, topicSupported: null, confidence: null, intents: [], usage: null },
  };
}

interface Known {
  readonly policy: Policy;
  readonly channel: ChannelFacts;
  readonly workload: Workload;
}

function contextOf({ settings }: Parts, known: Known, { name }: Trial): TransitionContext {
  return { ...known, settings, agents: {}, message: null, customerName: name };
}

/** Of a kind that no channel here has. */
const usual = { maxTextLength: 4_096, hasPresence: true, hasButtons: true };

function channelOf({ channels }: Parts, wanted: Trial["channel"]): ChannelFacts | null {
  const known = [...channels.values()].map(({ id, kind, capabilities: { maxTextLength, hasPresence, hasButtons } }) => {
    return { id, kind, maxTextLength, hasPresence, hasButtons };
  });
  if (wanted === null) return known[0] ?? { id: "none", kind: "none", ...usual };
  if ("id" in wanted) return known.find(({ id }) => id === wanted.id) ?? null;
  const { kind } = wanted;
  return known.find((channel) => channel.kind === kind) ?? { id: kind, kind, ...usual };
}
