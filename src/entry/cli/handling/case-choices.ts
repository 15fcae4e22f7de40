import type * as z from "zod";
import { startingChoices } from "../../../core/casehandoff/choices.ts";
import type { newCaseHandoff } from "../../../protocol/case-handoffs.ts";
import { type Explain, unexplained } from "../command.ts";
import { isOneOf, quoted, readOptions } from "../options/read-options.ts";
import type { OptionNames } from "../options/refused-fields.ts";

type Body = z.input<typeof newCaseHandoff>;
type Target = NonNullable<Body["target"]>;

const options = {
  to: { type: "string" },
  module: { type: "string", multiple: true, default: [] as string[] },
  "when-full": { type: "string", default: "queue" },
  tell: { type: "boolean", default: false },
  "return-at": { type: "string" },
  "force-return": { type: "boolean", default: false },
  leave: { type: "boolean", default: false },
  replace: { type: "string" },
  "keep-days": { type: "string" },
} as const;

/** What the server calls otherwise. */
export const choiceNames: OptionNames = {
  ...{ subjectId: "The agent", target: "--to", modules: "--module", whenFull: "--when-full", returnAt: "--return-at" },
  ...{ leaves: "--leave", replacementId: "--replace", keptDays: "--keep-days", tellsCustomers: "--tell" },
};

const whomForms = "an agent, head, head:AGENT, department:TEAM or department:TEAM:least-loaded";

/** `SUBJECT --to kim`, or `SUBJECT --module crm=head --module memberships=off …`; `null`: it was explained what is wrong. */
export function readChoices(words: readonly string[], explain: Explain = unexplained): Body | null {
  const read = readOptions(words, options, explain);
  const subjectId = read && subjectOf(read.positionals, explain);
  if (!read || subjectId === null) return null;
  const { to, module, tell, leave, replace, "when-full": whenFull, ...others } = read.values;
  const target = to === undefined ? null : readTarget(to);
  if (to !== undefined && !target) {
    explain(`--to must be ${whomForms}, not ${quoted(to)}.`);
    return null;
  }
  const modules = readModules(module, explain);
  const days = others["keep-days"];
  const keptDays = days === undefined ? startingChoices.keptDays : keptDaysOf(days, explain);
  const returnAt = others["return-at"] === undefined ? null : instantOf(others["return-at"], explain);
  if (!modules || keptDays === null || returnAt === "wrong") return null;
  if (!isOneOf(whenFull, { option: "--when-full", known: ["queue", "skip"] }, explain)) return null;
  if (target === null && module.length === 0) {
    explain("Say who gets it: --to WHOM for all of it, or --module NAME=WHOM for one module.");
    return null;
  }
  return {
    ...{ subjectId, method: target ? "one-person" : "by-module", target, modules, whenFull, returnAt, keptDays },
    tellsCustomers: tell,
    returnsByForce: others["force-return"],
    leaves: leave,
    replacementId: replace ?? null,
  };
}

function subjectOf([subjectId, another]: readonly string[], explain: Explain): string | null {
  if (subjectId !== undefined && another === undefined) return subjectId;
  explain(
    subjectId === undefined
      ? "Name whose cases they are: baton handoff-cases plan AGENT --to WHOM."
      : `One person at a time: ${subjectId}, and then ${another}. Whoever gets it is named with --to.`,
  );
  return null;
}

function keptDaysOf(written: string, explain: Explain): number | null {
  if (/^\d{1,4}$/.test(written)) return Number(written);
  explain(`--keep-days must be a whole number of days, not ${quoted(written)}.`);
  return null;
}

function instantOf(written: string, explain: Explain): string | "wrong" {
  const at = Date.parse(written);
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  explain(`--return-at must be a day, as 2026-11-01, or an instant, as 2026-11-01T08:00:00Z, not ${quoted(written)}.`);
  return "wrong";
}

function readModules(written: readonly string[], explain: Explain): NonNullable<Body["modules"]> | null {
  const modules: Record<string, NonNullable<Body["modules"]>[string]> = {};
  for (const one of written) {
    const [, id, value] = /^([a-z][a-z0-9-]*)=(.+)$/.exec(one) ?? [];
    const target = value === undefined || value === "off" ? null : readTarget(value);
    if (id === undefined || (value !== "off" && !target)) {
      explain(`--module must be NAME=off or NAME=WHOM, which is ${whomForms}, not ${quoted(one)}.`);
      return null;
    }
    modules[id] = { isEnabled: value !== "off", target };
  }
  return modules;
}

/** `kim`, `head`, `head:hana`, `department:billing`, `department:billing:least-loaded`. */
function readTarget(written: string): Target | null {
  const [kind = "", id, strategy = "random", ...rest] = written.split(":");
  if (rest.length > 0) return null;
  if (kind === "head") return { type: "head", id: id ?? null };
  if (kind !== "department") return id === undefined && kind !== "" ? { type: "employee", id: kind } : null;
  if (!id || (strategy !== "random" && strategy !== "least-loaded")) return null;
  return { type: "department", id, strategy };
}
