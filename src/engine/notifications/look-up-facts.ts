import { type Message, textOf } from "../../core/conversation/message.ts";
import type { RequestRecord } from "../../core/conversation/record.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import { readGap } from "../../core/notifications/duty-gap.ts";
import { excerptOf } from "../../core/notifications/excerpt.ts";
import type { HappeningFacts } from "../../core/notifications/words.ts";
import { readAgent } from "../../core/people/agent.ts";
import { hoursOfQueue } from "../../core/routing/queue-of.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Told } from "../../ports/notifier.ts";
import type { Store } from "../../ports/store.ts";
import type { Parts } from "../parts.ts";
import { logEntry, readOne } from "../read.ts";
import type { Notifying } from "./notifying.ts";

/** A reason is told soon after it was given. */
const recordsLookedAt = 50;

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
  const { targets: _targets, ...happening } = told;
  const { conversationId, actorId } = told;
  const conversation = conversationId === null ? null : await readOne(parts.store, conversationId);
  if (conversationId !== null && !conversation) return null;
  const { publicUrl, showsExcerpt } = notifying;
  const isLinked = publicUrl !== null && conversation !== null;
  const end = await endOf(parts.store, told);
  return {
    happening,
    isPersonal,
    actorName: actorId === null ? null : await agentName(parts.store, actorId),
    placeName: placeName(conversation, told, settings),
    channelKind: (conversation && parts.channels.get(conversation.route.channelId)?.kind) ?? null,
    waitingSince: waitingSince(conversation),
    timeZone: timeZone(told, settings),
    end,
    excerpt:
      showsExcerpt && settings.people.tellsCustomerText !== false && conversation
        ? await lastWords(parts.store, conversation)
        : null,
    url: isLinked ? `${publicUrl}/console/conversations/${encodeURIComponent(conversation.id)}` : null,
    isOver: isOver(told, conversation),
  };
}

async function agentName(store: Store, id: string): Promise<string | null> {
  const [stored] = await store.load([{ kind: "agent", id }]);
  return stored ? readAgent(stored.body).name : null;
}

/** Where it waits; else the queue it is about, or the first queue or team that was told. */
function placeName(conversation: Conversation | null, told: Told, settings: Settings) {
  const control = conversation?.control;
  const waitsIn = control?.phase === "queue" ? [control.handoff.destination] : [];
  const isAbout: readonly Destination[] = readGap(told) ? [{ type: "queue", id: told.subjectId }] : [];
  const place = [...waitsIn, ...isAbout, ...told.targets].find(({ type }) => type !== "agent");
  if (!place) return null;
  const named = place.type === "queue" ? settings.queues[place.id] : settings.teams[place.id];
  return named?.name ?? place.id;
}

/** Only a gap in the roster is told with times, and they are those of the queue. */
function timeZone(told: Told, settings: Settings): string {
  const queue = readGap(told) ? settings.queues[told.subjectId] : undefined;
  return (queue && hoursOfQueue(queue, settings)?.timeZone) ?? "UTC";
}

function waitingSince(conversation: Conversation | null): number | null {
  return conversation?.control.phase === "queue" ? conversation.control.handoff.openedAt : null;
}

function isOver({ kind, subjectId }: Told, conversation: Conversation | null): boolean {
  if (kind === "request-received") return !openAskIds(conversation).includes(subjectId);
  return kind === "handoff-opened" && conversation?.control.phase !== "queue";
}

function openAskIds(conversation: Conversation | null): readonly string[] {
  const control = conversation?.control;
  if (control?.phase === "human") return control.asks.map(({ id }) => id);
  return control?.phase === "queue" && control.handoff.ask ? [control.handoff.ask.id] : [];
}

/** The notice says how it ended; the reason that was given for it is in the record of whoever gave it. */
async function endOf(store: Store, { kind, conversationId, actorId, detail }: Told): Promise<HappeningFacts["end"]> {
  if (kind !== "request-ended" || conversationId === null || detail === null) return null;
  const last = { log: "records", owner: conversationId, limit: recordsLookedAt, order: "descending" } as const;
  const page = await store.query({ ...last, afterSeq: null });
  const ends = page.items.flatMap(({ body }) => {
    const { type, agentId, end } = body as Partial<RequestRecord>;
    return type === "request" && agentId === actorId && end?.status === detail ? [end] : [];
  });
  return { status: detail, reason: ends[0]?.reason ?? null };
}

async function lastWords(store: Store, { id, lastCustomerSeq }: Conversation): Promise<string | null> {
  const message = lastCustomerSeq > 0 ? await logEntry(store, "messages", id, lastCustomerSeq) : null;
  const text = message ? textOf((message as Message).content) : null;
  return text === null ? null : excerptOf(text);
}
