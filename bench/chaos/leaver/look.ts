import { agent } from "../../../src/protocol/agents.ts";
import { caseHandoff, caseItem } from "../../../src/protocol/case-handoffs.ts";
import type { ApiClient } from "../api-client.ts";
import { readOffice } from "../office.ts";
import type { CaseLook } from "./case-evidence.ts";
import type { CrmServer } from "./crm-server.ts";

/** Everything about one case handoff, as it is now. */
export async function lookAt(
  api: ApiClient,
  crm: Pick<CrmServer, "deals">,
  { id, subjectId }: { readonly id: string; readonly subjectId: string },
): Promise<CaseLook> {
  const handoff = await api.get(`/case-handoffs/${id}`, caseHandoff);
  const items = await readItems(api, id);
  const subject = await api.get(`/agents/${subjectId}`, agent);
  const openFollowUps = await api.followUps(subjectId, "open");
  return {
    handoff,
    items,
    conversations: await readConversations(api),
    followUps: await readFollowUps(api, [subjectId, ...takersOf(handoff)]),
    deals: new Map(crm.deals),
    subject: {
      teamIds: subject.teamIds,
      hasLeft: subject.leftAt !== null,
      holds: subject.holds.map(({ conversationId }) => conversationId),
      openFollowUps: openFollowUps.map((followUp) => followUp.id),
    },
    settings: await readNames(api, subjectId),
  };
}

export function readItems(api: ApiClient, id: string): Promise<CaseLook["items"]> {
  return api.list(`/case-handoffs/${id}/items`, caseItem);
}

/** Whether a setting in force still names somebody, and by which version. */
export async function readNames(api: ApiClient, subjectId: string): Promise<CaseLook["settings"]> {
  const { number, text } = await readOffice(api);
  return { number, namesSubject: text.includes(JSON.stringify(subjectId)) };
}

const phases = ["bot", "queue", "human", "closed"] as const;

async function readConversations(api: ApiClient): Promise<CaseLook["conversations"]> {
  const lists = await Promise.all(phases.map((phase) => api.conversationsIn(phase)));
  return new Map(lists.flat().map(({ id, phase, agentId }) => [id, { phase, agentId }]));
}

async function readFollowUps(api: ApiClient, ownerIds: readonly string[]): Promise<CaseLook["followUps"]> {
  const lists = await Promise.all(
    ownerIds.flatMap((ownerId) => [api.followUps(ownerId, "open"), api.followUps(ownerId, "done")]),
  );
  return new Map(lists.flat().map(({ id, status, ownerId }) => [id, { status, ownerId }]));
}

function takersOf({ plan }: CaseLook["handoff"]): readonly string[] {
  const takers = (plan?.modules ?? []).flatMap(({ shares }) => shares.flatMap(({ agentId }) => agentId ?? []));
  return [...new Set(takers)];
}
