import type { Message } from "../../core/conversation/message.ts";
import { textOf } from "../../core/conversation/message.ts";
import type { Packet } from "../../core/packet/packet.ts";
import { askedAgain, type KnownFacts, messagesLookedAt } from "../../core/reports/asked-again.ts";
import type { HandoffRow } from "../../core/reports/handoff-row.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import { packetKey } from "../packets.ts";
import type { Parts } from "../parts.ts";
import { type ReportAskedAgain, tables } from "./documents.ts";

/** A person who has not written three messages within so many has hardly asked anything. */
const mostMessages = 100;

/** Notes in the row of a handoff that has ended whether a person asked for what its packet said. */
export async function noteAskedAgain(
  parts: Pick<Parts, "store" | "clock">,
  { conversationId, handoffId }: ReportAskedAgain,
): Promise<Outcome> {
  const { store, clock } = parts;
  const key = { kind: tables.handoffs.kind, id: handoffId };
  for (;;) {
    const [stored, storedPacket] = await store.load([key, packetKey(conversationId)]);
    const packet = storedPacket?.body as Packet | undefined;
    // Erased, packed away, or the packet is of a later handoff by now: nobody can tell any more.
    if (!stored || packet?.handoffId !== handoffId) return { outcome: "done" };
    const row = stored.body as HandoffRow;
    const messages = await writtenByPeople(parts, packet, row);
    const asked = askedAgain(messages, factsOf(packet)).length;
    const result = await store.commit({
      ...emptyCommit(clock.now()),
      expects: [{ ...key, version: stored.version }],
      puts: [{ ...key, body: { ...row, askedAgain: asked } satisfies HandoffRow }],
    });
    if (result.status === "committed") return { outcome: "done" };
  }
}

async function writtenByPeople(
  { store }: Pick<Parts, "store">,
  { upToSeq, conversationId }: Packet,
  { openedAt, endedAt }: HandoffRow,
): Promise<readonly string[]> {
  const page = await store.query({
    ...{ log: "messages", owner: conversationId, limit: mostMessages, order: "ascending" },
    afterSeq: upToSeq,
  });
  return page.items
    .map(({ body }) => body as Message)
    .filter(({ author, at }) => author.type === "agent" && at >= openedAt && at <= (endedAt ?? at))
    .slice(0, messagesLookedAt)
    .map(({ content }) => textOf(content) ?? "");
}

function factsOf({ customer, lastMessages }: Packet): KnownFacts {
  const properties = Object.entries(customer.properties).map(([name, { value }]) => [name, value]);
  return {
    name: customer.name,
    properties: Object.fromEntries(properties),
    said: lastMessages.map(({ text }) => text),
  };
}
