import type { Agent } from "../people/agent.ts";
import type { RoutingNote } from "./decision.ts";
import type { Queue, SkillNeed } from "./queue.ts";

/** What is still asked of whoever takes it, after so long in the queue. */
export interface Needs {
  readonly skills: readonly SkillNeed[];
  readonly language: { readonly need: "ignored" | "preferred" | "required"; readonly of: string | null };
  readonly dropped: readonly RoutingNote[];
}

export function needsAfter(waitedMs: number, queue: Pick<Queue, "skills" | "language">, locale: string | null): Needs {
  const isOver = (seconds: number | null) => seconds !== null && waitedMs >= seconds * 1_000;
  const dropped = queue.skills.filter(({ relaxAfterSeconds }) => isOver(relaxAfterSeconds));
  const isRelaxed = queue.language.need === "required" && isOver(queue.language.relaxAfterSeconds);
  return {
    skills: queue.skills.filter((need) => !dropped.includes(need)),
    language: { need: isRelaxed ? "preferred" : queue.language.need, of: locale },
    dropped: [
      ...dropped.map(({ skill }) => ({ code: "need-dropped", skill }) as const),
      ...(isRelaxed ? [{ code: "need-dropped", skill: null } as const] : []),
    ],
  };
}

export function hasSkills({ skills }: Agent, needed: readonly SkillNeed[]): boolean {
  return needed.every(({ skill, level }) => (skills[skill] ?? 0) >= level);
}

/** `en-GB` is written by whoever writes `en`. Nobody writes a language that nobody knows of; then it does not matter. */
export function writes({ languages }: Agent, locale: string | null): boolean {
  if (locale === null) return true;
  const wanted = baseOf(locale);
  return languages.some((language) => baseOf(language) === wanted);
}

function baseOf(tag: string): string {
  const end = tag.search(/[-_]/);
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
}
