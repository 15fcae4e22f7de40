import type { EventBody } from "../core/conversation/event.ts";
import type { Claim } from "../ports/store.ts";
import { emptyCommit } from "./empty-commit.ts";
import type { Handled, HandleEvent } from "./handle-event.ts";
import type { Parts } from "./parts.ts";

/** What people and the company's other systems ask of a conversation through the API. */
export type Command = Extract<
  EventBody,
  {
    type:
      | "conversation-claimed"
      | "agent-replied"
      | "note-added"
      | "conversation-handed-back"
      | "conversation-closed"
      | "request-made"
      | "request-accepted"
      | "request-rejected"
      | "request-withdrawn"
      | "discussion-ended"
      | "conversation-assigned"
      | "conversation-unassigned"
      | "conversation-snoozed"
      | "wait-chosen"
      | "wrap-up-noted"
      | "conversation-flagged"
      | "details-changed"
      | "language-set"
      | "restraint-lifted";
  }
>;

export interface Idempotency {
  /** Made of who asks and their key. */
  readonly key: string;
  readonly fingerprint: string;
}

export type Commanded =
  | Exclude<Handled, { status: "duplicate" } | { status: "exists" }>
  /** The same key and content again: done before. `revision` of the change it made is not repeated. */
  | { readonly status: "repeated" }
  /** The same key with another content. */
  | { readonly status: "clash" };

export type RunCommand = (
  conversationId: string,
  command: Command,
  idempotency: Idempotency | null,
) => Promise<Commanded>;

export function createRunCommand(parts: Parts, handle: HandleEvent): RunCommand {
  return async (conversationId, command, idempotency) => {
    const id = idempotency?.key ?? parts.ids.next("evt");
    const claims = idempotency ? [{ key: `command:${idempotency.key}`, note: idempotency.fingerprint }] : [];
    const handled = await handle(conversationId, { ...command, id, at: parts.clock.now() }, { claims });
    if (handled.status === "exists") throw new Error("A command creates no documents.");
    if (handled.status === "refused" && (await wasDone(parts, conversationId, claims))) return { status: "repeated" };
    if (handled.status !== "duplicate") return handled;
    return handled.note === idempotency?.fingerprint ? { status: "repeated" } : { status: "clash" };
  };
}

/**
 * A repetition may come when the command would no longer be allowed: control has moved on since it was done. Claims
 * are looked at before versions, and the wrong version keeps this commit from leaving a trace.
 */
async function wasDone(parts: Parts, conversationId: string, claims: readonly Claim[]): Promise<boolean> {
  if (claims.length === 0) return false;
  const conversation = { kind: "conversation", id: conversationId, version: 0 };
  const result = await parts.store.commit({ ...emptyCommit(parts.clock.now()), claims, expects: [conversation] });
  return result.status === "duplicate" && result.note === claims[0]?.note;
}
