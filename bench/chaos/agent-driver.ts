import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";
import type { ApiClient, Conversation } from "./api-client.ts";
import type { CommandKind, CommandSeen, Ledger } from "./ledger.ts";
import { replyToken } from "./tokens.ts";

export interface AgentsOptions {
  readonly api: ApiClient;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly count: number;
}

export interface Agents {
  /** They work until `until`, and repeat what was not answered until `giveUpAt`. */
  run(until: number, giveUpAt: number): Promise<void>;
}

const paths: Record<CommandKind, string> = {
  claim: "claim",
  reply: "replies",
  "hand-back": "hand-back",
  close: "close",
};
/** Of somebody who was a moment too late; not a fault. */
const refusals = new Set([404, 409]);

/** People at work through the API: they take what waits, at times what the bot has, answer, give back and close. */
export function createAgents({ api, ledger, random, count }: AgentsOptions): Agents {
  let lastKey = 0;

  return {
    async run(until, giveUpAt) {
      const ids = Array.from({ length: count }, (_, index) => `agent-${index + 1}`);
      await Promise.all(ids.map((id) => api.addAgent(id, 6)));
      await Promise.all(ids.map((id) => work(id, random.stream(id), until, giveUpAt)));
    },
  };

  async function work(agentId: string, own: Random, until: number, giveUpAt: number): Promise<void> {
    while (Date.now() < until) {
      await sleep(own.between(20, 250));
      const act = (kind: CommandKind, { id }: Conversation) => command(kind, id, agentId, giveUpAt);
      const mine = (await api.conversationsIn("human")).filter((conversation) => conversation.agentId === agentId);
      const held = anyOf(mine, own);
      if (held && own.happens(mine.length > 4 ? 1 : 0.6)) {
        await act("reply", held);
        if (own.happens(0.5)) await act("reply", held);
        if (own.happens(0.5)) await act(own.happens(0.6) ? "hand-back" : "close", held);
        continue;
      }
      // Mostly those who wait; at times one in the middle of the bot's turn, and two agents may want the same.
      const wanted = anyOf(await api.conversationsIn(own.happens(0.75) ? "queue" : "bot"), own);
      if (!wanted || mine.length > 4) continue;
      const claimed = await act("claim", wanted);
      if (claimed === "done" && own.happens(0.7)) await act("reply", wanted);
    }
  }

  async function command(kind: CommandKind, conversationId: string, agentId: string, giveUpAt: number) {
    lastKey += 1;
    const key = `${agentId}-${kind}-${lastKey}`;
    const token = kind === "reply" ? key : null;
    const seen: CommandSeen = {
      kind,
      key,
      conversationId,
      agentId,
      token,
      startedAt: Date.now(),
      answeredAt: null,
      attempts: 0,
      outcome: "unanswered",
    };
    ledger.commands.push(seen);
    while (Date.now() < giveUpAt) {
      seen.attempts += 1;
      const { status } = await api.post(
        `/conversations/${conversationId}/${paths[kind]}`,
        bodyOf(kind, key, agentId),
        key,
      );
      // At times the answer does not reach the desk, though all is well here: it asks again under the same key.
      if (status === "lost" || random.happens(0.15)) {
        await sleep(random.between(20, 120));
        continue;
      }
      seen.answeredAt = Date.now();
      seen.outcome = status >= 200 && status < 300 ? "done" : "refused";
      if (seen.outcome === "refused" && !refusals.has(status)) ledger.oddAnswers.push(`${kind} ${status}`);
      break;
    }
    return seen.outcome;
  }
}

function bodyOf(kind: CommandKind, key: string, agentId: string): object {
  if (kind === "reply") return { agentId, text: `I looked it up. ${replyToken(key)}` };
  return kind === "close" ? { agentId, outcome: "resolved" } : { agentId };
}

function anyOf<Item>(items: readonly Item[], own: Random): Item | null {
  return items[own.between(0, items.length - 1)] ?? null;
}
