import { type Agent, readAgent } from "../../core/people/agent.ts";
import type { DocumentKey, FeedEntry } from "../../ports/store.ts";
import type { Parts } from "../parts.ts";
import { agentView } from "../read-agents.ts";
import { createRosterMemory, type RosterMemory } from "./roster-memory.ts";

/**
 * Everybody who answers, as they were a moment ago, without reading ten thousand people for every decision. Before each
 * look it reads what the store's feed has told since the last one, whoever wrote it, and only those people again. It may
 * still be behind: whoever is chosen is read anew (`isFresh`) before the commit, which carries their version (I7).
 */
export interface Roster {
  read(): Promise<readonly Agent[]>;
  person(id: string): Agent | undefined;
  /** Reads these again; `false`: at least one of them is another than was thought, so it is to be decided again. */
  isFresh(ids: readonly string[]): Promise<boolean>;
}

const pageSize = 500;
/** More entries than this to catch up with, and reading everybody is cheaper. */
const mostPages = 10;
/** What no feed entry tells of (a restored backup, an import beside us) is noticed after so long. */
const lookAgainMs = 60_000;

type RosterParts = Pick<Parts, "store" | "clock" | "keepAlive" | "logger">;

export function createRoster(parts: RosterParts): Roster {
  const { store, clock } = parts;
  const memory = createRosterMemory();
  let cursor: string | null = null;
  let lookAt = 0;
  let reading: Promise<unknown> = Promise.resolve();
  let following: Promise<readonly Agent[]> | null = null;

  /**
   * One at a time: two readers of the same feed would each miss what the other has heard. Whoever asks meanwhile shares
   * the next one, which begins after they have asked.
   */
  function read(): Promise<readonly Agent[]> {
    following ??= reading
      .catch(() => undefined)
      .then(() => {
        following = null;
        return catchUp();
      });
    reading = following;
    return following;
  }

  async function catchUp(): Promise<readonly Agent[]> {
    const hasHeardAll = cursor !== null && (await hear(cursor));
    if (!hasHeardAll) await readEverybody();
    else {
      await reload(memory.takeDoubted());
      if (clock.now() >= lookAt) lookAgain();
    }
    return memory.list();
  }

  async function hear(from: string): Promise<boolean> {
    let after = from;
    for (let page = 0; page < mostPages; page++) {
      const heard = await store.feed({ after, limit: pageSize, waitMs: 0, signal: neverAborted });
      if (heard.status === "reset") return false;
      for (const entry of heard.entries) doubt(memory, entry);
      after = heard.cursor;
      cursor = after;
      if (heard.entries.length < pageSize) return true;
    }
    return false;
  }

  async function readEverybody(): Promise<void> {
    // Where the feed is first: what happens while we read is heard next time.
    const now = await store.feed({ after: null, limit: 1, waitMs: 0, signal: neverAborted });
    await readPages();
    cursor = now.cursor;
  }

  async function readPages(): Promise<void> {
    lookAt = clock.now() + lookAgainMs;
    const began = memory.begin();
    let next: string | null = null;
    do {
      const page = await store.query({ ...agentView, limit: pageSize, order: "ascending", cursor: next });
      for (const item of page.items) {
        if ("version" in item) memory.put(readAgent(item.body), item.version);
      }
      next = page.next;
    } while (next !== null);
    memory.dropUnseen(began);
  }

  /** Beside the decisions, which go on with what is known. */
  function lookAgain(): void {
    const looked = readPages().catch((error: unknown) => {
      parts.logger.warn("roster-unreadable", { error: error instanceof Error ? error.name : "unknown" });
    });
    parts.keepAlive(looked);
  }

  async function reload(ids: readonly string[]): Promise<boolean> {
    let isSame = true;
    for (let from = 0; from < ids.length; from += pageSize) {
      const some = ids.slice(from, from + pageSize);
      const stored = await store.load(some.map(keyOf));
      some.forEach((id, index) => {
        const document = stored[index];
        const hasChanged = document ? memory.put(readAgent(document.body), document.version) : memory.remove(id);
        isSame &&= !hasChanged;
      });
    }
    return isSame;
  }

  return { read, person: memory.person, isFresh: reload };
}

const neverAborted = new AbortController().signal;

function keyOf(id: string): DocumentKey {
  return { kind: "agent", id };
}

/**
 * Whom an entry may have changed: whoever it names, and whoever holds the conversation it is about. Messages change
 * nobody, except that a customer who writes again is no longer idle.
 */
function doubt(memory: RosterMemory, { type, conversationId, data }: FeedEntry): void {
  for (const id of [data.agentId, data.byAgentId]) if (typeof id === "string") memory.doubt(id);
  if (conversationId === null) return;
  const isMessage = type === "message-added" || type === "message-changed";
  for (const id of memory.holdersOf(conversationId)) {
    const held = memory.person(id)?.holds[conversationId];
    if (!isMessage || held?.as === "idle") memory.doubt(id);
  }
}
