import type * as z from "zod";
import type { agentChange } from "../../../protocol/agents.ts";

type AgentFields = z.input<typeof agentChange>;

export type FieldsRead =
  | { readonly status: "read"; readonly fields: AgentFields }
  /** What it must be, beginning with its name, and what it was. */
  | { readonly status: "refused"; readonly expected: string; readonly text: string };

/** The options of `baton agents set`, and the columns of a file of agents. */
export const agentFieldNames = [
  ...(["name", "email", "role", "presence", "capacity", "skills", "languages", "teams", "shift"] as const),
  ...(["time-zone", "locale"] as const),
] as const;

export type AgentFieldName = (typeof agentFieldNames)[number];

/** As they are typed. What is there and empty takes away; the server says what it does not accept. */
export function readAgentFields(given: Readonly<Partial<Record<AgentFieldName, string>>>): FieldsRead {
  const fields: Record<string, unknown> = {};
  for (const name of agentFieldNames) {
    const text = given[name]?.trim();
    if (text === undefined) continue;
    const read = readField(name, text);
    if (read === null) return { status: "refused", expected: problems[name] ?? `${name} is not understood`, text };
    fields[read.field] = read.value;
  }
  return { status: "read", fields: fields as AgentFields };
}

const problems: Readonly<Partial<Record<AgentFieldName, string>>> = {
  capacity: "capacity must be a whole number",
  skills: "skills must look like refunds=4,tax=2, with levels from 1 to 5",
};

function readField(name: AgentFieldName, text: string): { readonly field: string; readonly value: unknown } | null {
  switch (name) {
    case "capacity":
      return /^\d{1,4}$/.test(text) ? { field: name, value: Number(text) } : null;
    case "skills": {
      const levels = listOf(text).map((skill) => /^(.+)=([1-5])$/.exec(skill));
      if (levels.some((level) => level === null)) return null;
      const entries = levels.map((level) => [level?.[1]?.trim() ?? "", Number(level?.[2])] as const);
      return { field: name, value: Object.fromEntries(entries) };
    }
    case "languages":
      return { field: name, value: listOf(text) };
    case "teams":
      return { field: "teamIds", value: listOf(text) };
    case "time-zone":
      return { field: "timeZone", value: text || null };
    case "email":
    case "shift":
    case "locale":
      return { field: name, value: text || null };
    default:
      return { field: name, value: text };
  }
}

/** Semicolons, too: in a file the comma ends a value. */
function listOf(text: string): string[] {
  return text.split(/[,;]/).flatMap((part) => part.trim() || []);
}
