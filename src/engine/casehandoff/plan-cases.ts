import type { CasePlan, CaseWarning, PlannedModule, PlannedNames } from "../../core/casehandoff/case-handoff.ts";
import type { CaseChoices, CaseTarget } from "../../core/casehandoff/choices.ts";
import { isModuleEnabled, targetOf } from "../../core/casehandoff/choices.ts";
import { createRooms, distribute, type Rooms } from "../../core/casehandoff/distribute.ts";
import { findTarget, type TargetContext, type TargetProblem } from "../../core/casehandoff/find-target.ts";
import type { CaseItem } from "../../core/casehandoff/item.ts";
import { namesInSettings, partsAsTheyAre, replaceName } from "../../core/casehandoff/names-in-settings.ts";
import { isSubstitute } from "../../core/casehandoff/substitutes.ts";
import { absenceAt } from "../../core/people/absence.ts";
import type { Agent } from "../../core/people/agent.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { FoundItem, ItemModule } from "./modules/item-module.ts";

export interface PlanContext extends TargetContext {
  readonly handoffId: string;
  readonly planId: string;
  readonly choices: CaseChoices;
  readonly settings: Settings;
  readonly settingsVersion: number;
  readonly modules: readonly ItemModule[];
  readonly signal: AbortSignal;
}

export type Planned =
  | {
      readonly status: "planned";
      readonly plan: Omit<CasePlan, "hash" | "verified">;
      readonly items: readonly CaseItem[];
    }
  | { readonly status: "refused"; readonly problems: readonly PlanProblem[] };

export interface PlanProblem {
  /** As in the API's body: `modules.crm.target`. */
  readonly path: string;
  readonly code:
    | TargetProblem
    | "unreachable"
    | "too-many-items"
    | "unknown-module"
    | "date-has-passed"
    | "named-since"
    | "left-and-back";
  readonly message: string;
}

/** More than this is more than one job should be: module by module then. */
const mostItems = 50_000;

/** Who gets what, of what there is now. */
export async function planCases(context: PlanContext): Promise<Planned> {
  const problems: PlanProblem[] = [...checkChoices(context)];
  const modules: PlannedModule[] = [];
  const items: CaseItem[] = [];
  const rooms = createRooms();
  const enabled = context.modules.filter(({ id }) => isModuleEnabled(context.choices, id));
  for (const module of enabled) {
    const listed = await listAll(module, context, mostItems - items.length);
    if ("problem" in listed) problems.push(listed.problem);
    // A module without active items needs nobody to take them.
    if ("problem" in listed || listed.items.length === 0) continue;
    const shared = share(module.id, listed.items, context, rooms);
    if ("problem" in shared) problems.push(shared.problem);
    else {
      modules.push(shared.module);
      for (const [index, found] of listed.items.entries()) {
        items.push(newItem(context, { moduleId: module.id, found, toId: shared.toIds[index] ?? null }, items.length));
      }
    }
  }
  if (problems.length > 0) return { status: "refused", problems: saidOnce(problems) };
  const names = plannedNames(context);
  const warnings = warningsOf(modules, names, context);
  return { status: "planned", plan: { id: context.planId, modules, total: items.length, names, warnings }, items };
}

function checkChoices({ choices, modules, people, subject, at }: PlanContext): readonly PlanProblem[] {
  const { returnAt, leaves, replacementId } = choices;
  const known = new Set(modules.map(({ id }) => id));
  const strangers = Object.keys(choices.modules).filter((id) => !known.has(id));
  const problems: (PlanProblem | false)[] = [
    ...strangers.map((id) => problem(`modules.${id}`, "unknown-module", `There is no module ${id}.`)),
    returnAt !== null && returnAt <= at && problem("returnAt", "date-has-passed", "The date of return has passed."),
    returnAt !== null &&
      leaves &&
      problem("leaves", "left-and-back", "Whoever leaves does not come back at a date. Choose one of the two."),
  ];
  const replacement = replacementId === null ? null : people.find(({ id }) => id === replacementId);
  if (replacement === undefined) {
    problems.push(problem("replacementId", "unknown-agent", `There is no agent ${replacementId}.`));
  } else if (replacement?.id === subject.id) {
    problems.push(problem("replacementId", "same-person", "Choose somebody else than the person who is named now."));
  } else if (replacement && replacement.leftAt !== null) {
    problems.push(problem("replacementId", "agent-left", `${replacement.name} works here no more.`));
  }
  return problems.filter((one) => one !== false);
}

/** One target for all modules is one mistake. */
function saidOnce(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  return [...new Map(problems.map((one) => [`${one.path} ${one.code}`, one])).values()];
}

function problem(path: string, code: PlanProblem["code"], message: string): PlanProblem {
  return { path, code, message };
}

type Listed = { readonly items: readonly FoundItem[] } | { readonly problem: PlanProblem };

async function listAll(module: ItemModule, { subject, signal }: PlanContext, most: number): Promise<Listed> {
  const found = new Map<string, FoundItem>();
  let cursor: string | null = null;
  do {
    const page = await module.list(subject, cursor, signal);
    const path = `modules.${module.id}`;
    if (page.status === "unreachable") {
      const message = `${module.name} cannot be read: ${page.error} Leave it out, or try again.`;
      return { problem: problem(path, "unreachable", message) };
    }
    // What has moved in the list meanwhile comes twice, the second time as it is by now.
    for (const item of page.items) found.set(`${item.kind} ${item.reference}`, item);
    if (found.size > most) {
      const message = `There is more than one job takes (${mostItems}). Leave modules out and do them afterwards.`;
      return { problem: problem(path, "too-many-items", message) };
    }
    cursor = page.next;
  } while (cursor !== null);
  return { items: [...found.values()].sort((one, other) => (one.reference < other.reference ? -1 : 1)) };
}

type Shared =
  | { readonly module: PlannedModule; readonly toIds: readonly (string | null)[] }
  | { readonly problem: PlanProblem };

function share(moduleId: string, items: readonly FoundItem[], context: PlanContext, rooms: Rooms): Shared {
  const { choices, handoffId } = context;
  const target: CaseTarget | null = targetOf(choices, moduleId);
  const found = findTarget(target, context);
  if (found.status === "refused") {
    const path = choices.method === "one-person" ? "target" : `modules.${moduleId}.target`;
    return { problem: problem(path, found.code, found.message) };
  }
  const { candidates, strategy, overflow } = found;
  const toIds = distribute(items, candidates, { strategy, seed: `${handoffId}:${moduleId}`, rooms });
  const onlyTakerId = target?.type === "department" ? null : (candidates[0]?.id ?? null);
  const shares = [...Map.groupBy(toIds, (id) => id)].map(([agentId, each]) => ({ agentId, count: each.length }));
  return { module: { id: moduleId, count: items.length, shares, overflow, onlyTakerId }, toIds };
}

interface Wanted {
  readonly moduleId: string;
  readonly found: FoundItem;
  readonly toId: string | null;
}

function newItem({ handoffId, planId, subject, at }: PlanContext, wanted: Wanted, position: number): CaseItem {
  const { moduleId, toId } = wanted;
  const { kind, reference, seen } = wanted.found;
  return {
    ...{ schemaVersion: 1, id: `${planId}.${position}`, handoffId, planId, position, moduleId, kind, reference, seen },
    ...{ fromId: subject.id, toId, status: "pending", reason: null, placed: null, left: null, tries: 0, changedAt: at },
  };
}

function plannedNames({ settings, settingsVersion, subject, people, choices, at }: PlanContext): PlannedNames {
  const changes = choices.replacementId === null ? null : replaceName(settings, subject.id, choices.replacementId);
  return {
    settingsVersion,
    places: namesInSettings(settings, subject.id),
    substituteOf: people
      .filter(({ absences }) => absences.some((absence) => isSubstitute(absence, subject.id, at)))
      .map(({ id }) => id),
    changes,
    before: changes && partsAsTheyAre(settings, changes),
  };
}

function isAway({ presence, absences }: Agent, at: number): boolean {
  return presence === "away" || presence === "offline" || absenceAt(absences, at) !== null;
}

function warningsOf(modules: readonly PlannedModule[], names: PlannedNames, context: PlanContext): CaseWarning[] {
  const shares = modules.flatMap((module) => module.shares);
  const takers = new Set(shares.flatMap(({ agentId }) => agentId ?? []));
  const away = context.people.filter((agent) => takers.has(agent.id) && isAway(agent, context.at));
  const noRoom = shares.reduce((sum, { agentId, count }) => sum + (agentId === null ? count : 0), 0);
  const { places, substituteOf } = names;
  return [
    ...away.map(({ id }) => ({ code: "target-away", agentId: id }) as const),
    ...(noRoom > 0 ? [{ code: "no-room", count: noRoom } as const] : []),
    ...(places.length > 0 ? [{ code: "settings-name-them", count: places.length } as const] : []),
    ...(substituteOf.length > 0 ? [{ code: "is-substitute", count: substituteOf.length } as const] : []),
  ];
}
