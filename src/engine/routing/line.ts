import { conversationViews } from "../../core/conversation/index-entries.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Parts } from "../parts.ts";
import type { Waiting } from "./read-route-input.ts";
import { listOfQueue, placeIn, type WaitingList } from "./waiting-list.ts";

type LineParts = Pick<Parts, "store" | "channels">;

/** "You are number 73" helps nobody. */
const mostPlaces = 50;
/** Whoever is being asked for stands in no list of an order of its own: looked for among so many. */
const mostLooked = 200;

/**
 * The first who wait for one destination, as its queue serves them: by priority, by age, or by whose channel closes
 * first. For whom somebody is being asked keeps their place until somebody says yes.
 */
export async function readLine(
  parts: LineParts,
  destinationId: string,
  settings: Pick<Settings, "queues">,
): Promise<readonly string[]> {
  const queue = settings.queues[destinationId];
  if (!queue || queue.order === "priority-then-age") {
    return (await readWaiting(parts, destinationId, mostPlaces)).map(({ conversation }) => conversation.id);
  }
  const asked = (await readWaiting(parts, destinationId, mostLooked)).filter(({ handoff }) => handoff.ask !== null);
  const unasked = await firstOf(listOfQueue(parts.store, queue, parts.channels));
  const place = placeIn(queue, parts.channels);
  return [...asked, ...unasked]
    .toSorted((one, other) => place(one) - place(other))
    .slice(0, mostPlaces)
    .map(({ conversation }) => conversation.id);
}

/** By priority, then by age. */
async function readWaiting({ store }: LineParts, key: string, limit: number): Promise<readonly Waiting[]> {
  const first = { limit, order: "ascending", cursor: null } as const;
  const page = await store.query({ view: conversationViews.waiting, key, ...first });
  return page.items.flatMap(({ body }) => {
    const conversation = readConversation(body);
    const { control } = conversation;
    return control.phase === "queue" ? [{ conversation, handoff: control.handoff }] : [];
  });
}

async function firstOf(list: WaitingList): Promise<readonly Waiting[]> {
  const found: Waiting[] = [];
  while (found.length < mostPlaces) {
    const next = await list.head();
    if (!next) break;
    found.push(next);
    list.pass();
  }
  return found;
}
