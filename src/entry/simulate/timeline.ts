import type { Effect } from "../../core/conversation/effect.ts";
import { type Message, messageId, textOf } from "../../core/conversation/message.ts";
import type { EngagementRecord } from "../../core/conversation/record.ts";
import type { Customer } from "../../core/customers/customer.ts";
import type { Decided } from "../../engine/decide-again.ts";
import type { Notification } from "../../engine/notifications/documents.ts";
import type { Commit } from "../../ports/store.ts";
import type { SeenDecision } from "./seen-decision.ts";

/** What happened, one entry per thing, as it was committed. Times in ms from the start. */
export type Entry = { readonly atMs: number; readonly conversationId: string } & (
  | { readonly type: "message"; readonly seq: number; readonly author: string; readonly text: string }
  | { readonly type: "delivery"; readonly seq: number; readonly status: string }
  | { readonly type: "decision"; readonly record: EngagementRecord }
  /** How it was decided: what was heard, and what the rules said. */
  | { readonly type: "decided"; readonly decided: Decided }
  | { readonly type: "notification"; readonly notification: Notification }
  | { readonly type: "effect"; readonly id: string; readonly what: string; readonly dueInMs: number }
);

export interface Timeline {
  committed(commit: Commit, decisions: readonly SeenDecision[]): void;
  /** Since the last time somebody asked. */
  take(): readonly Entry[];
  /** Everything so far. */
  history(): readonly Entry[];
}

/** Reads commits the way an auditor would: only what is stored counts. */
export function createTimeline(startedAt: number): Timeline {
  const entries: Entry[] = [];
  let taken = 0;
  const known = new Set<string>();
  const conversationIds = new Map<string, string>();
  return {
    committed(commit, decisions) {
      for (const { kind, id, body } of commit.puts) {
        if (kind === "customer") conversationIds.set(id, (body as Customer).conversationIds[0] ?? "");
      }
      const fresh = [
        ...entriesOf(commit, startedAt, known),
        ...decisions.map(({ at, customerId, decided }): Entry => {
          const conversationId = conversationIds.get(customerId) ?? "";
          return { atMs: at - startedAt, conversationId, type: "decided", decided };
        }),
      ];
      entries.push(...fresh);
    },
    take() {
      const fresh = entries.slice(taken);
      taken = entries.length;
      return fresh;
    },
    history: () => entries,
  };
}

function entriesOf(commit: Commit, startedAt: number, known: Set<string>): Entry[] {
  const atMs = commit.at - startedAt;
  return [
    ...commit.entries.map((entry): Entry => {
      const base = { atMs, conversationId: entry.owner };
      return entry.log === "records"
        ? { ...base, type: "decision", record: entry.body as EngagementRecord }
        : messageEntry(base, entry.body as Message, known);
    }),
    ...commit.effects.map(
      ({ id, owner, dueAt, body }): Entry => ({
        atMs,
        conversationId: owner,
        type: "effect",
        id,
        what: (body as Effect).type,
        dueInMs: Math.max(0, dueAt - commit.at),
      }),
    ),
    ...commit.puts.filter(({ kind }) => kind === "notification").map(({ body }) => notificationEntry(atMs, body)),
  ];
}

function notificationEntry(atMs: number, body: unknown): Entry {
  const notification = body as Notification;
  return { atMs, conversationId: notification.conversationId ?? "", type: "notification", notification };
}

function messageEntry(base: { atMs: number; conversationId: string }, message: Message, known: Set<string>): Entry {
  const { conversationId, seq, content, delivery } = message;
  const id = messageId(conversationId, seq);
  if (known.has(id)) return { ...base, type: "delivery", seq, status: delivery.status };
  known.add(id);
  const text = textOf(content) ?? `(${content.type})`;
  return { ...base, type: "message", seq, author: nameOf(message), text };
}

function nameOf({ author }: Message): string {
  if (author.type === "agent") return author.agentId;
  return author.type === "system" ? `system (${author.moment})` : author.type;
}
