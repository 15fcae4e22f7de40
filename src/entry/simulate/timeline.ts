import type { Effect } from "../../core/conversation/effect.ts";
import { type Message, messageId, textOf } from "../../core/conversation/message.ts";
import type { EngagementRecord } from "../../core/conversation/record.ts";
import type { Commit } from "../../ports/store.ts";

/** What happened, one entry per thing, as it was committed. Times in ms from the start. */
export type Entry = { readonly atMs: number; readonly conversationId: string } & (
  | { readonly type: "message"; readonly seq: number; readonly author: string; readonly text: string }
  | { readonly type: "delivery"; readonly seq: number; readonly status: string }
  | { readonly type: "decision"; readonly record: EngagementRecord }
  | { readonly type: "effect"; readonly id: string; readonly what: string; readonly dueInMs: number }
);

/** Reads commits the way an auditor would: only what is stored counts. */
export function createTimeline(startedAt: number): (commit: Commit) => Entry[] {
  const known = new Set<string>();
  return (commit) => entriesOf(commit, startedAt, known);
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
  ];
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
