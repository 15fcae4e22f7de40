import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";
import type { ApiClient, Phase } from "./api-client.ts";
import type { Commands } from "./commands.ts";
import { askManyAtOnce } from "./office.ts";

export interface LeadOptions {
  readonly api: ApiClient;
  readonly commands: Commands;
  readonly random: Random;
  readonly agentIds: readonly string[];
}

/** Gives work away without asking, one by one and many at once, and changes half-way how people are found. */
export async function leadPeople(
  { api, commands, random, agentIds }: LeadOptions,
  from: number,
  until: number,
  giveUpAt: number,
): Promise<void> {
  const halfTime = from + (until - from) / 2;
  let hasPublished = false;
  while (Date.now() < until) {
    await sleep(random.between(200, 700));
    if (!hasPublished && Date.now() > halfTime) {
      hasPublished = true;
      await askManyAtOnce(api);
    }
    const agentId = agentIds[random.between(0, agentIds.length - 1)] ?? "";
    const phase = random.pick<Phase>(["bot", "queue", "human", "human"]);
    // Not what they have themselves: that would change nothing, and leave no record.
    const others = (await api.conversationsIn(phase)).filter((conversation) => isFor(conversation, agentId, agentIds));
    if (random.happens(0.3)) await commands.assignMany(sample(others, 4, random), agentId, giveUpAt);
    else
      for (const id of sample(others, 1, random))
        await commands.run({ kind: "assign", conversationId: id, agentId }, giveUpAt);
  }
}

/** Between those who work here now: what somebody else has is theirs. */
function isFor(conversation: { agentId: string | null }, agentId: string, agentIds: readonly string[]): boolean {
  const holder = conversation.agentId;
  return holder === null || (holder !== agentId && agentIds.includes(holder));
}

function sample(from: readonly { readonly id: string }[], most: number, random: Random): readonly string[] {
  if (from.length === 0) return [];
  const start = random.between(0, from.length - 1);
  return from.slice(start, start + most).map(({ id }) => id);
}
