import { afterEach } from "vitest";
import type { CaseHandoff } from "../../../src/core/casehandoff/case-handoff.ts";
import { type CaseChoices, startingChoices } from "../../../src/core/casehandoff/choices.ts";
import type { CaseItem } from "../../../src/core/casehandoff/item.ts";
import type { Conversation } from "../../../src/core/conversation/state.ts";
import type { Agent } from "../../../src/core/people/agent.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { person, startTestEngine, type TestEngine, type TestEngineOptions } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";

const open: TestEngine[] = [];

afterEach(async () => {
  for (const started of open.splice(0)) await started.close();
});

/** Two teams with a head each. */
export const officeSettings: Settings = {
  ...quietSettings,
  teams: {
    ...quietSettings.teams,
    billing: { id: "billing", name: "billing", hours: "always", headId: "hana" },
    returns: { id: "returns", name: "returns", hours: "always", headId: "rolf" },
  },
};

export interface Office extends TestEngine {
  /** So many conversations that this person has, by customer. */
  give(agentId: string, count: number): Promise<readonly string[]>;
  conversation(id: string): Promise<Conversation>;
  owners(ids: readonly string[]): Promise<readonly (string | null)[]>;
  draft(subjectId: string, choices: Partial<CaseChoices>): Promise<CaseHandoff>;
  verify(id: string): Promise<CaseHandoff>;
  start(id: string): Promise<CaseHandoff>;
  /** Verified, started and run to its end. */
  run(subjectId: string, choices: Partial<CaseChoices>): Promise<CaseHandoff>;
  now(id: string): Promise<CaseHandoff>;
  items(id: string): Promise<readonly CaseItem[]>;
}

/** Closed after the test. */
export async function openOffice(
  people: readonly Agent[],
  { dies = false, ...options }: Partial<TestEngineOptions> & { readonly dies?: boolean } = {},
): Promise<Office> {
  const office = createOffice({ store: memoryStore(), ...options });
  // Nobody stops a process that dies.
  if (!dies) open.push(office);
  if (!dies) await office.engine.start();
  for (const agent of people) await office.engine.agents.add(agent);
  return office;
}

export function createOffice(options: TestEngineOptions): Office {
  const started = startTestEngine({ starter: officeSettings, ...options });
  const { engine } = started;
  let customers = 0;

  async function take(agentId: string): Promise<string> {
    const customer = `customer-${++customers}`;
    await started.write(customer, "Hello");
    const page = await engine.conversations.listByPhase("bot", { limit: 1, cursor: null });
    const { id } = page.items[0] ?? { id: "" };
    await engine.command(id, { type: "conversation-flagged", flag: "urgent", reason: null }, null);
    const claimed = await engine.command(id, { type: "conversation-claimed", agentId }, null);
    if (claimed.status !== "committed") throw new Error(`${agentId} could not claim: ${JSON.stringify(claimed)}`);
    return id;
  }

  const office: Office = {
    ...started,
    async give(agentId, count) {
      const ids: string[] = [];
      for (let index = 0; index < count; index++) ids.push(await take(agentId));
      await engine.settleAll();
      return ids;
    },
    async conversation(id) {
      const found = await engine.conversations.get(id);
      if (!found) throw new Error(`There is no conversation ${id}.`);
      return found;
    },
    async owners(ids) {
      const found = await Promise.all(ids.map((id) => office.conversation(id)));
      return found.map(({ control }) => (control.phase === "human" ? control.agentId : null));
    },
    async draft(subjectId, choices) {
      const wanted = { subjectId, choices: { ...startingChoices, ...choices }, by: "key:lead" };
      const created = await engine.caseHandoffs.create(wanted, null);
      if (created.status !== "created") throw new Error(`Not created: ${created.status}`);
      return created.handoff;
    },
    async verify(id) {
      const verified = await engine.caseHandoffs.verify(id, "key:lead");
      if (verified.status !== "changed") throw new Error(`Not verified: ${JSON.stringify(verified)}`);
      return verified.handoff;
    },
    async start(id) {
      const hash = (await office.now(id)).plan?.hash ?? "";
      const begun = await engine.caseHandoffs.start(id, { by: "key:lead", hash });
      if (begun.status !== "changed") throw new Error(`Not started: ${JSON.stringify(begun)}`);
      return begun.handoff;
    },
    async run(subjectId, choices) {
      const { id } = await office.draft(subjectId, choices);
      await office.verify(id);
      await office.start(id);
      await engine.settleAll();
      return office.now(id);
    },
    async now(id) {
      const found = await engine.caseHandoffs.get(id);
      if (!found) throw new Error(`There is no case handoff ${id}.`);
      return found;
    },
    async items(id) {
      const handoff = await office.now(id);
      const page = await engine.caseHandoffs.items(handoff, null, { limit: 500, cursor: null });
      return page.items;
    },
  };
  return office;
}

export const staff = (id: string, differing: Partial<Agent> = {}): Agent =>
  person(id, { capacity: 20, teamIds: ["billing"], ...differing });

export const to = (id: string) => ({ target: { type: "employee", id } as const });
