import { readAgent } from "../../core/people/agent.ts";
import { goneReason } from "../../core/people/gone.ts";
import { nextScheduleChange } from "../../core/people/schedule.ts";
import type { LeasedEffect, NewEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { agentView } from "../read-agents.ts";
import type { Policies } from "../settings/policies.ts";
import { type AgentWatch, peopleEffect, watchKey } from "./documents.ts";

const pageSize = 200;

/** New settings are new hours: whoever works by them, or is told another truth about being there, is looked at again. */
export function createRosterArm(parts: Parts, policies: Pick<Policies, "current" | "refresh">) {
  const { store, clock } = parts;
  return async (leased: LeasedEffect): Promise<Outcome> => {
    // Another process may have published: by what this one knows, nothing would be different.
    await policies.refresh();
    let cursor: string | null = null;
    do {
      const page = await store.query({ ...agentView, limit: pageSize, order: "ascending", cursor });
      const agents = page.items.map(({ body }) => readAgent(body)).filter(({ shift }) => shift !== null);
      const watches = agents.length === 0 ? [] : await store.load(agents.map(({ id }) => watchKey(id)));
      const at = clock.now();
      const { settings } = policies.current();
      const effects = agents.flatMap((agent, index): NewEffect[] => {
        const watch = watches[index]?.body as AgentWatch | undefined;
        const dueAt = nextScheduleChange(agent, settings, at);
        const isKnown = (watch?.schedule?.dueAt ?? null) === dueAt;
        if (isKnown && (watch?.told ?? null) === goneReason(agent, settings, at)) return [];
        return [
          peopleEffect({ id: `${leased.id}.${agent.id}`, dueAt: at }, { type: "shift-check", agentId: agent.id }),
        ];
      });
      if (effects.length > 0) await store.commit({ ...emptyCommit(at), effects });
      cursor = page.next;
    } while (cursor !== null);
    return { outcome: "done" };
  };
}

/** Planned with every new version of the settings, in the commit that puts it in force. */
export function rosterArm(version: number, at: number): NewEffect {
  return peopleEffect({ id: `roster-arm.${version}`, dueAt: at }, { type: "roster-arm" });
}
