import type { SettingsChanges } from "../../core/settings/parts.ts";
import type { SettingsProblem } from "../../core/settings/problem.ts";
import type { Ran } from "./outcome.ts";
import type { PublishStep, SwitchStep } from "./script-steps.ts";
import type { World } from "./world.ts";

const by = "script";

/** As a lead switches: at once, and until a time. */
export async function runSwitchStep(world: World, step: SwitchStep): Promise<Ran> {
  const { switches } = world.engine.settings;
  const name = "closed" in step ? "closed" : "incident";
  const state = "closed" in step ? step.closed : step.incident;
  if (state === "off") await switches.turnOff(name, by);
  else {
    const [lastsMs, byLocale] = typeof state === "number" ? [state, {}] : [state.for, state.byLocale];
    await switches.turnOn({ name, by, byLocale, until: world.timeIn(lastsMs) });
  }
  await world.pass(0);
  return { remark: `${name} is switched ${state === "off" ? "off" : "on"}`, checks: [] };
}

/** As a lead publishes: a draft of these parts, checked as a whole. */
export async function runPublishStep(world: World, { publish: changes, refused }: PublishStep): Promise<Ran> {
  const parts = Object.keys(changes).join(", ");
  const problem = await publish(world, changes);
  await world.pass(0);
  const remark = problem === null ? `published: ${parts}` : `not published: ${problem}`;
  if (problem === null && !refused) return { remark, checks: [] };
  if (refused) {
    return {
      remark,
      checks: [{ claim: `publishing ${parts} is refused`, problem: problem === null ? "it was not" : null }],
    };
  }
  return { remark: null, checks: [{ claim: `${parts} can be published`, problem }] };
}

/** What stands against it; `null`: it is in force. */
async function publish(world: World, changes: SettingsChanges): Promise<string | null> {
  const created = await world.engine.settings.drafts.create(
    { name: by, note: "", changes, by, baseVersion: null },
    null,
  );
  if (created.status !== "created") return created.status;
  return publishOf(world, created.draft.id);
}

/** What stands against the draft; `null`: it is in force. */
export async function publishOf({ engine }: World, draftId: string): Promise<string | null> {
  const published = await engine.settings.publish({ draftId, by, note: null, revision: null, idempotency: null });
  if (published.status === "published") return null;
  if (published.status !== "invalid") return published.status;
  return describeProblems(published.problems);
}

export function describeProblems(problems: readonly SettingsProblem[]): string {
  return problems.map(({ part, path, message }) => `${part}${path === "" ? "" : `.${path}`}: ${message}`).join(" ");
}
