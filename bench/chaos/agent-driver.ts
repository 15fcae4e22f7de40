import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";
import type { ApiClient, Conversation } from "./api-client.ts";
import type { Commands } from "./commands.ts";
import type { CommandKind } from "./ledger.ts";

export interface AgentsOptions {
  readonly api: ApiClient;
  readonly commands: Commands;
  readonly random: Random;
  readonly count: number;
}

export interface Agents {
  readonly ids: readonly string[];
  hire(): Promise<void>;
  /** They work until `until`, and repeat what was not answered until `giveUpAt`. */
  run(until: number, giveUpAt: number): Promise<void>;
}

const capacity = 6;

/** People at work through the API: they say yes and no, take what waits, at times what the bot has, answer, and end it. */
export function createAgents({ api, commands, random, count }: AgentsOptions): Agents {
  const ids = Array.from({ length: count }, (_, index) => `agent-${index + 1}`);
  // Whoever takes something by themselves may take more than they can; the others never have more.
  const claims = new Set(ids.slice(0, Math.ceil(count / 2)));
  return {
    ids,
    async hire() {
      await Promise.all(ids.map((id) => api.addAgent(id, capacity)));
    },
    async run(until, giveUpAt) {
      await Promise.all(ids.map((id) => work(id, random.stream(id), until, giveUpAt)));
    },
  };

  async function work(agentId: string, own: Random, until: number, giveUpAt: number): Promise<void> {
    while (Date.now() < until) {
      await sleep(own.between(20, 250));
      const act = (kind: CommandKind, { id: conversationId }: Pick<Conversation, "id">) =>
        commands.run({ kind, conversationId, agentId }, giveUpAt);
      if (own.happens(0.06)) await goAway(agentId, own);
      if (own.happens(0.6) && (await answerRequest(agentId, own, giveUpAt))) continue;
      const mine = (await api.conversationsIn("human")).filter((conversation) => conversation.agentId === agentId);
      const held = anyOf(mine, own);
      if (held && own.happens(0.12)) {
        await askColleague(agentId, held, own, giveUpAt);
        continue;
      }
      if (held && own.happens(mine.length > 4 ? 1 : 0.6)) {
        await act("reply", held);
        if (own.happens(0.5)) await act("reply", held);
        if (own.happens(0.5)) await act(own.happens(0.6) ? "hand-back" : "close", held);
        continue;
      }
      if (!claims.has(agentId)) continue;
      // Mostly those who wait; at times one in the middle of the bot's turn, and two agents may want the same.
      const wanted = anyOf(await api.conversationsIn(own.happens(0.75) ? "queue" : "bot"), own);
      if (!wanted || mine.length > 4) continue;
      const claimed = await act("claim", wanted);
      if (claimed === "done" && own.happens(0.7)) await act("reply", wanted);
    }
  }

  /** Yes, no, or nothing: then it runs out. */
  async function answerRequest(agentId: string, own: Random, giveUpAt: number): Promise<boolean> {
    const request = anyOf(await api.asked(agentId), own);
    if (!request || own.happens(0.35)) return false;
    const { id: requestId, conversationId } = request;
    const kind = own.happens(0.7) ? "accept" : "reject";
    await commands.run({ kind, conversationId, agentId, requestId }, giveUpAt);
    return true;
  }

  async function askColleague(agentId: string, held: Conversation, own: Random, giveUpAt: number): Promise<void> {
    const others = ids.filter((id) => id !== agentId);
    const toAgentId = anyOf(others, own) ?? agentId;
    const asked = { toAgentId, kind: own.happens(0.6) ? "assign" : "discuss" } as const;
    await commands.run({ kind: "ask", conversationId: held.id, agentId, asked }, giveUpAt);
    if (!own.happens(0.3)) return;
    await sleep(own.between(50, 400));
    const { person } = await api.conversation(held.id);
    const request = person?.requests.find(({ requestedBy }) => requestedBy === agentId);
    if (!request) return;
    await commands.run({ kind: "withdraw", conversationId: held.id, agentId, requestId: request.id }, giveUpAt);
  }

  /** What they have stays theirs until the customer writes: then it waits again. */
  async function goAway(agentId: string, own: Random): Promise<void> {
    await api.post(`/agents/${agentId}/presence`, { presence: own.pick(["away", "offline"]) }, null);
    await sleep(own.between(300, 1_500));
    await comeBack(agentId);
  }

  async function comeBack(agentId: string): Promise<void> {
    const path = `/agents/${agentId}/presence`;
    for (let tries = 0; tries < 100; tries++) {
      if ((await api.post(path, { presence: "available" }, null)).status !== "lost") return;
      await sleep(50);
    }
  }
}

function anyOf<Item>(items: readonly Item[], own: Random): Item | null {
  return items[own.between(0, items.length - 1)] ?? null;
}
