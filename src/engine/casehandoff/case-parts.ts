import { type Agents, createAgents } from "../agents.ts";
import type { DecideTools } from "../decide-together.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import type { WorkspaceSettings } from "../settings/workspace-settings.ts";
import { accountsModule } from "./modules/accounts.ts";
import { adviceModule } from "./modules/advice.ts";
import { conversationsModule } from "./modules/conversations.ts";
import type { ItemModule } from "./modules/item-module.ts";
import { membershipsModule } from "./modules/memberships.ts";
import { outsideModule } from "./modules/outside.ts";
import { requestsModule } from "./modules/requests.ts";
import { tasksModule } from "./modules/tasks.ts";

/** What case handoffs are made of. */
export interface CaseParts {
  readonly parts: Parts;
  readonly agents: Agents;
  readonly policies: Pick<PolicyReader, "current">;
  readonly settings: Pick<WorkspaceSettings, "drafts" | "publish">;
  /** In the order in which they are moved. */
  readonly modules: readonly ItemModule[];
}

export interface CaseTools extends Omit<DecideTools, "parts"> {
  readonly policies: PolicyReader;
  readonly settings: CaseParts["settings"];
  readonly wake: () => void;
}

export function createCaseParts(parts: Parts, { policies, settings, wake, known, readContext }: CaseTools): CaseParts {
  const { store } = parts;
  const deciding = { parts, known, readContext };
  const outside = (parts.caseModules ?? []).map((module) => outsideModule(module, store));
  return {
    parts,
    agents: createAgents(parts, wake),
    policies,
    settings,
    modules: [
      requestsModule(store, deciding),
      adviceModule(store, deciding),
      conversationsModule(parts, policies, deciding),
      tasksModule(store),
      accountsModule(parts),
      membershipsModule(store),
      ...outside,
    ],
  };
}
