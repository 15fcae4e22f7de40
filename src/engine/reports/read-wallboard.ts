import { readAgent } from "../../core/people/agent.ts";
import type { HandoffRow } from "../../core/reports/handoff-row.ts";
import { type Wallboard, wallboard } from "../../core/reports/wallboard.ts";
import { agentView } from "../read-agents.ts";
import { openHandoffs } from "./documents.ts";
import type { ReportReader } from "./read-rows.ts";

const pageSize = 500;
/** With more than this waiting nobody counts them one by one. */
const mostOpen = 5_000;
const mostAgents = 5_000;

export async function readWallboard(reader: ReportReader, at: number, agentId: string | null): Promise<Wallboard> {
  const open = await readView(reader, openHandoffs, mostOpen);
  const people = await readView(reader, agentView, mostAgents);
  const handoffs = open.bodies as readonly HandoffRow[];
  const agents = people.bodies.map(readAgent);
  const isMine = (id: string | null) => agentId === null || id === agentId;
  return wallboard({
    at,
    handoffs: handoffs.filter((row) => isMine(row.agentId)),
    agents: agents.filter(({ id }) => isMine(id)),
    isCut: open.isCut || people.isCut,
  });
}

async function readView(reader: ReportReader, view: { readonly view: string; readonly key: string }, most: number) {
  const bodies: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page = await reader.query({ ...view, limit: pageSize, order: "ascending", cursor });
    for (const { body } of page.items) bodies.push(body);
    cursor = page.next;
  } while (cursor !== null && bodies.length < most);
  return { bodies, isCut: cursor !== null };
}
