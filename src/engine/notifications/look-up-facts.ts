import { type Message, textOf } from "../../core/conversation/message.ts";
import type { RequestRecord } from "../../core/conversation/record.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import { excerptOf } from "../../core/notifications/excerpt.ts";
import type { HappeningFacts } from "../../core/notifications/words.ts";
import { readAgent } from "../../core/people/agent.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Told } from "../../ports/notifier.ts";
import type { Store } from "../../ports/store.ts";
import type { Parts } from "../parts.ts";
import { logEntry, readOne } from "../read.ts";
import type { Notifying } from "./notifying.ts";

export interface FactsParts {
  readonly parts: Parts;
  readonly notifying: Pick<Notifying, "publicUrl" | "showsExcerpt">;
  readonly settings: Settings;
}

/**
 * Names, waits and words as they are now, at the moment something is said: nothing of it was stored with the notice.
 * `null`: the conversation was erased, and with it whatever there was to say.
 */
export async function lookUpFacts(
  { parts, notifying, settings }: FactsParts,
  told: Told,
  isPersonal: boolean,
): Promise<HappeningFacts | null> {
  const { targets, ...happening } = told;
  const { conversationId, actorId } = told;
  const conversation = conversationId === null ? null : await readOne(parts.store, conversationId);
  if (conversationId !== null && !conversation) return null;
  const { publicUrl, showsExcerpt } = notifying;
  const isLinked = publicUrl !== null && conversation !== null;
  return {
    happening,
    isPersonal,
    actorName: actorId === null ? null : await agentName(parts.store, actorId),
    placeName: placeName(conversation, targets, settings),
    channelKind: (conversation && parts.channels.get(conversation.route.channelId)?.kind) ?? null,
    waitingSince: waitingSince(conversation),
    end: await endOf(parts.store, told),
    excerpt: showsExcerpt && conversation ? await lastWords(parts.store, conversation) : null,
    url: isLinked ? `${publicUrl}/console/conversations/${encodeURIComponent(conversation.id)}` : null,
  };
}

async function agentName(store: Store, id: string): Promise<string | null> {
  const [stored] = await store.load([{ kind: "agent", id }]);
  return stored ? readAgent(stored.body).name : null;
}

/** Where it waits; else the first queue or team that was told. */
function placeName(conversation: Conversation | null, targets: readonly Destination[], settings: Settings) {
  const control = conversation?.control;
  const waitsIn = control?.phase === "queue" ? [control.handoff.destination] : [];
  const place = [...waitsIn, ...targets].find(({ type }) => type !== "agent");
  if (!place) return null;
  const named = place.type === "queue" ? settings.queues[place.id] : settings.teams[place.id];
  return named?.name ?? place.id;
}

function waitingSince(conversation: Conversation | null): number | null {
  return conversation?.control.phase === "queue" ? conversation.control.handoff.openedAt : null;
}

/** The request's own record knows how it ended; the notice's code stands in where there is none. */
async function endOf(store: Store, { kind, conversationId, subjectId, detail }: Told): Promise<HappeningFacts["end"]> {
  if (kind !== "request-ended") return null;
  const seq = Number(/\.r(\d{1,9})$/.exec(subjectId)?.[1] ?? 0);
  const record = conversationId && seq > 0 ? await logEntry(store, "records", conversationId, seq) : null;
  const end = record ? (record as Partial<RequestRecord>).end : null;
  return end ? { status: end.status, reason: end.reason } : detail === null ? null : { status: detail, reason: null };
}

async function lastWords(store: Store, { id, lastCustomerSeq }: Conversation): Promise<string | null> {
  const message = lastCustomerSeq > 0 ? await logEntry(store, "messages", id, lastCustomerSeq) : null;
  const text = message ? textOf((message as Message).content) : null;
  return text === null ? null : excerptOf(text);
}
