import * as z from "zod";
import type { ApiClient } from "../api-client.ts";
import type { Commands } from "../commands.ts";
import type { Ledger } from "../ledger.ts";
import { leaverId, nameLeaver } from "../office.ts";
import type { Provider } from "../provider.ts";
import type { CrmServer } from "./crm-server.ts";

/** How much the person has who goes. */
export interface LeaverSize {
  readonly conversations: number;
  readonly followUps: number;
  readonly deals: number;
}

export interface LeaverWorld {
  readonly api: ApiClient;
  readonly commands: Commands;
  readonly ledger: Ledger;
  readonly provider: Pick<Provider, "say">;
  readonly crm: CrmServer;
  readonly size: LeaverSize;
}

export const leaverTeams = ["support", "billing", "returns"];
const takers = ["kim", "eva", "noa"];
const made = z.object({ id: z.string() });
/** Half of them become due while they are moved. */
const soonMs = { least: 2_000, each: 250 };
const laterMs = 3_600_000;

/** Before anything is killed: the person, those who will take over, and customers who know only the bot yet. */
export async function hireLeaver({ api, crm, provider, size }: LeaverWorld, giveUpAt: number): Promise<void> {
  // Busy: given work, and never asked, so that what they have is what is planned.
  await api.addAgent(leaverId, 1_000, { presence: "busy", teamIds: leaverTeams });
  // A tenth finds no room with them and waits in their queue.
  const capacity = Math.ceil(size.conversations * 0.3);
  for (const id of takers) await api.addAgent(id, capacity, { presence: "busy", teamIds: ["billing"] });
  await nameLeaver(api);
  crm.add(leaverId, size.deals);
  await provider.say(customersOf(size), giveUpAt);
}

export function customersOf({ conversations }: LeaverSize): readonly string[] {
  return Array.from({ length: conversations }, (_, index) => `leaver-customer-${index + 1}`);
}

/** In the storm: many conversations in few calls, each cut off and repeated until it is answered. */
export async function giveWork({ commands, ledger, size }: LeaverWorld, giveUpAt: number): Promise<void> {
  const customers = new Set(customersOf(size));
  const ids = ledger.posted.flatMap(({ address, conversationIds }) =>
    customers.has(address) ? [...conversationIds] : [],
  );
  const all = [...new Set(ids)];
  const half = Math.ceil(all.length / 2);
  for (const some of [all.slice(0, half), all.slice(half)]) await commands.assignMany(some, leaverId, giveUpAt);
}

/** Right before it is looked at: what has a time, and what waits for an answer. */
export async function promiseWork(
  { api, commands, ledger, size }: LeaverWorld,
  agentIds: readonly string[],
  giveUpAt: number,
) {
  const now = Date.now();
  await Promise.all(
    Array.from({ length: size.followUps }, async (_, index) => {
      const dueAt = index % 2 === 0 ? now + laterMs : now + soonMs.least + index * soonMs.each;
      const title = `leaver-follow-up-${index + 1}`;
      const body = { title, ownerId: leaverId, dueAt: new Date(dueAt).toISOString() };
      const { id: taskId } = await api.ask("/tasks", body, made, title);
      ledger.followUps.push({ key: title, ownerId: leaverId, dueAt, taskId, remindAt: null });
    }),
  );
  const held = (await api.conversationsIn("human")).filter(({ agentId }) => agentIds.includes(agentId ?? ""));
  for (const [index, { id: conversationId, agentId }] of held.slice(0, 4).entries()) {
    const asked = { toAgentId: leaverId, kind: index % 2 === 0 ? "assign" : "discuss" } as const;
    await commands.run({ kind: "ask", conversationId, agentId: agentId ?? "", asked }, giveUpAt);
  }
}
