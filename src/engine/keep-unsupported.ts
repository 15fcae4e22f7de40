import type { ChannelEvent } from "../ports/channel.ts";
import type { Claim } from "../ports/store.ts";
import { emptyCommit } from "./empty-commit.ts";
import type { Parts } from "./parts.ts";

export interface UnsupportedEvent {
  readonly channelId: string;
  readonly event: ChannelEvent & { readonly type: "unsupported" };
  readonly claim: Claim;
}

export type Kept = { readonly status: "kept" } | { readonly status: "duplicate"; readonly note: string | null };

/** Nobody can be told who sent it: kept beside the conversations, where operators see it. */
export async function keepUnsupported(
  { store, clock }: Pick<Parts, "store" | "clock">,
  { channelId, event, claim }: UnsupportedEvent,
): Promise<Kept> {
  const key = { kind: "unsupported-event", id: `${channelId}:${event.eventId}` };
  const at = clock.now();
  const result = await store.commit({
    ...emptyCommit(at),
    claims: [claim],
    puts: [{ ...key, body: { id: key.id, channelId, at, raw: event.raw } }],
    index: [{ change: "put", view: "unsupported-events", key: "all", sort: at, ...key, previousKey: null }],
    feed: [{ type: "unsupported-event", conversationId: null, data: { channelId } }],
  });
  if (result.status === "stale") throw new Error("A commit without expectations cannot be stale.");
  return result.status === "duplicate" ? { status: "duplicate", note: result.note } : { status: "kept" };
}
