import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, createClient, type Feed } from "./client.ts";
import { type Company, startCompany } from "./outside/company.ts";
import { startTwoNodesOnRedis } from "./targets/node-redis.ts";
import { startNodeOnSqlite } from "./targets/node-sqlite.ts";
import { adminToken, type Target } from "./targets/target.ts";

const mostAsked = 200;
/** The race itself, without the company's morning. */
const raceTimeoutMs = 60_000;

interface Pending {
  readonly id: string;
  readonly agentId: string;
}

interface ConversationBody {
  readonly id: string;
  readonly phase: string;
  readonly agentId: string | null;
  readonly handoff: { readonly pendingRequests: readonly Pending[] } | null;
}

interface RecordBody {
  readonly type: string;
  readonly agentId: string;
  readonly reason?: { readonly code: string };
  readonly end?: { readonly status: string } | null;
}

interface AgentBody {
  readonly id: string;
  readonly holds: readonly { readonly conversationId: string; readonly as: string }[];
}

interface Answer {
  readonly agentId: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: { readonly code?: string; readonly detail?: string; readonly agentId?: string };
}

const places: [string, (company: Company) => Promise<Target>][] = [
  ["one process on SQLite", startNodeOnSqlite],
  ["two processes on one Redis", startTwoNodesOnRedis],
];

describe.each(places)(`a broadcast to ${mostAsked} people, %s`, (_place, start) => {
  let company: Company;
  let target: Target;
  let client: Client;

  beforeAll(async () => {
    company = await startCompany();
    target = await start(company);
    client = createClient(target, company);
  });

  afterAll(async () => {
    await target?.close();
    await company?.close();
  });

  test(
    "goes to one of all who accept at the same moment, and everybody else hears that it has ended (I6, I7)",
    async () => {
      await broadcastToAll(client);
      await addAgents(client);
      const feed = await client.follow();
      const asked = await askEverybody(client, feed);
      expect(asked.requests.map(({ agentId }) => agentId).sort()).toEqual(agentIds.toSorted());

      // The first half at one server, the second at the other, before any of them is answered.
      const answers = await Promise.all(
        asked.requests.map((request, index) => accept(originOf(target, index), asked.id, request)),
      );

      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      const owner = won[0]?.agentId ?? "nobody";
      expect(won[0]?.body).toMatchObject({ phase: "human", agentId: owner });
      const late = answers.filter(({ status }) => status !== 200);
      expect(late.filter(({ contentType }) => !contentType.includes("application/problem+json"))).toEqual([]);
      const unclear = late.filter(({ status, body, agentId }) => {
        return (
          status !== 409 || body.code !== "request-ended" || !body.detail?.includes(`to agent ${agentId} was over`)
        );
      });
      expect(unclear).toEqual([]);
      expect(answers).toHaveLength(mostAsked);

      for (const [index] of target.origins.entries()) await expectOneOwner(originOf(target, index), asked.id, owner);
      feed.close();
      const holding = await untilPlacesAreFree(client);
      expect(holding.map(({ id, holds }) => [id, holds.map(({ as }) => as)])).toEqual([[owner, ["open"]]]);
    },
    raceTimeoutMs,
  );
});

// As long as the ids that Baton makes itself.
const agentIds = Array.from(
  { length: mostAsked },
  (_, index) => `agt_01jd3v5n9q8k2m4p6r7s${`${index}`.padStart(6, "0")}`,
);

function originOf({ origins }: Target, index: number): string {
  return origins[Math.floor((index * origins.length) / mostAsked) % origins.length] ?? "";
}

async function broadcastToAll(client: Client): Promise<void> {
  const { body: inForce } = await client.api<{ settings: { queues: { chat: object } } }>("GET", "/settings");
  const chat = { ...inForce.settings.queues.chat, strategy: { type: "broadcast", most: mostAsked } };
  const draft = await client.api<{ id: string }>("POST", "/settings/drafts", {
    name: "Everybody is asked",
    changes: { "queues/chat": chat },
  });
  const published = await client.api("POST", `/settings/drafts/${draft.body.id}/publish`, {});
  expect(published.status).toBe(200);
}

async function addAgents(client: Client): Promise<void> {
  const added = await Promise.all(
    agentIds.map((id) => client.api("POST", "/agents", { id, name: id, presence: "available", capacity: 1 })),
  );
  expect(added.filter(({ status }) => status !== 201 && status !== 200)).toEqual([]);
}

/** One customer asks for a person; resolves when all of them are asked. */
async function askEverybody(client: Client, feed: Feed): Promise<{ id: string; requests: readonly Pending[] }> {
  expect((await client.post("ada", "I want to talk to a human")).status).toBe(200);
  const { conversationId } = await feed.next(({ type }) => type === "request-offered");
  const { body } = await client.api<ConversationBody>("GET", `/conversations/${conversationId}`);
  return { id: body.id, requests: body.handoff?.pendingRequests ?? [] };
}

async function accept(origin: string, conversationId: string, { id, agentId }: Pending): Promise<Answer> {
  const path = `/conversations/${conversationId}/requests/${encodeURIComponent(id)}/accept`;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ agentId }),
  });
  const contentType = response.headers.get("content-type") ?? "";
  return { agentId, status: response.status, contentType, body: (await response.json()) as Answer["body"] };
}

/** One change of control to a person, and one end for each request: read at either server. */
async function expectOneOwner(origin: string, conversationId: string, owner: string): Promise<void> {
  const records = await readAll<RecordBody>(origin, `/conversations/${conversationId}/records`);
  const taken = records.filter(({ type, reason }) => type === "control" && reason?.code === "accepted");
  expect(taken.map(({ agentId }) => agentId)).toEqual([owner]);
  const requests = records.filter(({ type }) => type === "request");
  expect(requests).toHaveLength(mostAsked);
  const ends = Map.groupBy(requests, ({ end }) => end?.status ?? "open");
  expect(ends.get("accepted")?.map(({ agentId }) => agentId)).toEqual([owner]);
  expect(ends.get("rescinded")).toHaveLength(mostAsked - 1);
}

/** The others' places are given back right after it, each in a commit of its own: whoever holds something then. */
async function untilPlacesAreFree(client: Client): Promise<readonly AgentBody[]> {
  for (const endsAt = Date.now() + raceTimeoutMs / 3; ; ) {
    const { body } = await client.api<{ items: readonly AgentBody[] }>("GET", "/agents?limit=500");
    const holding = body.items.filter(({ holds }) => holds.length > 0);
    if (holding.length <= 1 || Date.now() > endsAt) return holding;
  }
}

async function readAll<Item>(origin: string, path: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const response: Response = await fetch(`${origin}/api/v1${path}?limit=200&after=${after}`, {
      headers: { authorization: `Bearer ${adminToken}` },
    });
    const page = (await response.json()) as { items: readonly Item[]; next: number | null };
    items.push(...page.items);
    after = page.next;
  }
  return items;
}
