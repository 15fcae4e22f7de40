import { indexEntries } from "../../../src/core/conversation/index-entries.ts";
import type { Conversation, Handoff } from "../../../src/core/conversation/state.ts";
import { readConversation } from "../../../src/core/conversation/upgrade.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import type { Store } from "../../../src/ports/store.ts";
import asked from "../../fixtures/snapshots/v3-queue-broadcast.json" with { type: "json" };

const snapshot = readConversation(asked);
const snapshotHandoff = snapshot.control.phase === "queue" ? snapshot.control.handoff : null;

/** A handoff for which somebody is being asked. */
export const beingAsked: Pick<Handoff, "ask"> = { ask: snapshotHandoff?.ask ?? null };

/** A conversation waits in a queue and nobody is asked for it, with what differs. */
export async function putWaiting(
  store: Store,
  id: string,
  change: Partial<Handoff>,
  of: Partial<Conversation> = {},
): Promise<void> {
  if (snapshot.control.phase !== "queue") throw new Error("the snapshot waits");
  const handoff = { ...snapshot.control.handoff, ask: null, ...change };
  const body: Conversation = { ...snapshot, ...of, id, control: { ...snapshot.control, handoff } };
  const target = { kind: "conversation", id };
  const index = indexEntries(body).map((entry) => ({ change: "put", ...entry, ...target, previousKey: null }) as const);
  await store.commit({ ...emptyCommit(0), puts: [{ ...target, body }], index });
}
