import { parseArgs } from "node:util";
import type * as z from "zod";
import { startingChoices } from "../../core/casehandoff/choices.ts";
import type { newCaseHandoff } from "../../protocol/case-handoffs.ts";

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

/** `SUBJECT --to kim`, or `SUBJECT --module crm=head --module memberships=off …`; `null`: not understood. */
export function readChoices(words: readonly string[]): Body | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    const [subjectId, ...others] = positionals;
    const whenFull = values["when-full"];
    const modules = readModules(values.module);
    const target = values.to === undefined ? null : readTarget(values.to);
    const returnAt = values["return-at"] === undefined ? null : Date.parse(values["return-at"]);
    if (subjectId === undefined || others.length > 0 || !modules) return null;
    const keptDays = Number(values["keep-days"] ?? startingChoices.keptDays);
    if (values.to !== undefined && !target) return null;
    if (!Number.isInteger(keptDays)) return null;
    if ((whenFull !== "queue" && whenFull !== "skip") || Number.isNaN(returnAt)) return null;
    return {
      subjectId,
      method: target ? "one-person" : "by-module",
      target,
      modules,
      whenFull,
      tellsCustomers: values.tell,
      returnAt: returnAt === null ? null : new Date(returnAt).toISOString(),
      returnsByForce: values["force-return"],
      leaves: values.leave,
      replacementId: values.replace ?? null,
      keptDays,
    };
  } catch {
    return null;
  }
}

function readModules(written: readonly string[]): NonNullable<Body["modules"]> | null {
  const modules: Record<string, NonNullable<Body["modules"]>[string]> = {};
  for (const one of written) {
    const [, id, value] = /^([a-z][a-z0-9-]*)=(.+)$/.exec(one) ?? [];
    const target = value === undefined || value === "off" ? null : readTarget(value);
    if (id === undefined || (value !== "off" && !target)) return null;
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
