import { readConfig } from "../../config.ts";
import type { Command } from "../command.ts";
import { checkConnections } from "./check-connections.ts";

export interface Finding {
  readonly level: "ok" | "warning" | "problem";
  readonly about: string;
  readonly detail: string;
}

/** Settings, secrets and connections: every problem at once, with what to do about it. */
export const check: Command = async ({ words, environment, isJson }) => {
  if (words.length > 0) return "misunderstood";
  const read = readConfig(environment);
  const findings: readonly Finding[] =
    read.status === "invalid"
      ? read.problems.map(({ variable, problem }) => ({ level: "problem", about: variable, detail: problem }))
      : [{ level: "ok", about: "settings", detail: "can be read" }, ...(await checkConnections(read.config))];
  const problems = findings.filter(({ level }) => level === "problem").length;
  if (isJson) console.log(JSON.stringify({ status: problems === 0 ? "ok" : "problems", findings }));
  else console.log([...findings.map(lineOf), "", verdict(problems)].join("\n"));
  return problems === 0 ? 0 : 1;
};

const marks = { ok: "ok      ", warning: "warning ", problem: "PROBLEM " } as const;

function lineOf({ level, about, detail }: Finding): string {
  return `${marks[level]} ${about}: ${detail}`;
}

function verdict(problems: number): string {
  if (problems === 0) return "Baton can start.";
  return problems === 1 ? "One problem to solve." : `${problems} problems to solve.`;
}
