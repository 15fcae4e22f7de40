/** Reads what somebody wrote as parts of the settings, and says of each mistake where it is. */
import type * as z from "zod";
import { settingsCollections, settingsSections } from "./settings.ts";
import { settingsId } from "./settings-fields.ts";
import { describeIssues, type PartProblem, partProblem, safePart } from "./settings-problems.ts";

type Sections = typeof settingsSections;
type Collections = typeof settingsCollections;

export type SettingsPartBody = z.output<Sections[keyof Sections]> | z.output<Collections[keyof Collections]["schema"]>;

/** By part (`detection`, `rules/legal-first`); `null` removes it. */
export type SettingsChangesBody = Readonly<Record<string, SettingsPartBody | null>>;

export type ChangesRead =
  | { readonly status: "read"; readonly changes: SettingsChangesBody }
  | { readonly status: "invalid"; readonly problems: readonly PartProblem[] };

/** Of one part as JSON in UTF-8: with all that surrounds it, it fits into one request. */
const maxPartBytes = 48_000;
const maxProblems = 50;
const maxDepth = 32;

/** Counts before it reads: ten thousand rules are refused as quickly as one. */
export function readSettingsChanges(given: Readonly<Record<string, unknown>>): ChangesRead {
  const tooMany = countProblems(Object.keys(given));
  if (tooMany.length > 0) return { status: "invalid", problems: tooMany };
  const problems: PartProblem[] = [];
  const changes: Record<string, SettingsPartBody | null> = {};
  for (const [part, value] of Object.entries(given)) {
    const read = value === null ? readRemoval(part) : readPart(part, value);
    if (read.status === "read") changes[part] = read.value;
    else problems.push(...read.problems);
    if (problems.length >= maxProblems) break;
  }
  return problems.length === 0
    ? { status: "read", changes }
    : { status: "invalid", problems: problems.slice(0, maxProblems) };
}

type PartRead =
  | { readonly status: "read"; readonly value: SettingsPartBody | null }
  | { readonly status: "invalid"; readonly problems: readonly PartProblem[] };

export function readPart(part: string, value: unknown): PartRead {
  const place = placeOf(part);
  if (place === null) return refused(unknownPart(part));
  if (isDeeper(value, maxDepth)) {
    return refused(partProblem(part, "", "invalid", `must not nest deeper than ${maxDepth} levels`));
  }
  const parsed = place.schema.safeParse(value);
  if (!parsed.success) return { status: "invalid", problems: describeIssues(part, parsed.error.issues) };
  const read = parsed.data;
  if (place.id !== null && "id" in read && read.id !== place.id) {
    return refused(partProblem(part, "id", "invalid", `must be ${place.id}, as the part is called`));
  }
  const bytes = new TextEncoder().encode(JSON.stringify(read)).length;
  if (bytes > maxPartBytes) {
    return refused(partProblem(part, "", "too-large", `has ${bytes} bytes; one part may have ${maxPartBytes}`));
  }
  return { status: "read", value: read };
}

function readRemoval(part: string): PartRead {
  const place = placeOf(part);
  if (place === null) return refused(unknownPart(part));
  if (place.id === null) return refused(partProblem(part, "", "invalid", "can be changed and not removed"));
  return { status: "read", value: null };
}

interface Place {
  readonly schema: z.ZodType<SettingsPartBody>;
  /** `null`: a section. */
  readonly id: string | null;
}

function placeOf(part: string): Place | null {
  const slash = part.indexOf("/");
  if (slash < 0) return isSection(part) ? { schema: settingsSections[part], id: null } : null;
  const [name, id] = [part.slice(0, slash), part.slice(slash + 1)];
  if (!isCollection(name) || !settingsId.safeParse(id).success) return null;
  return { schema: settingsCollections[name].schema, id };
}

function countProblems(parts: readonly string[]): readonly PartProblem[] {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const name = part.slice(0, part.indexOf("/"));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].flatMap(([name, count]) => {
    if (!isCollection(name)) return [];
    const { most } = settingsCollections[name];
    return count <= most ? [] : [partProblem(name, "", "too-many", `are ${count}; there may be at most ${most}`)];
  });
}

function unknownPart(part: string): PartProblem {
  const known = [...Object.keys(settingsSections), ...Object.keys(settingsCollections).map((name) => `${name}/…`)];
  const message = `is no part of the settings; there are ${known.join(", ")}, and ids are 1 to 48 of a-z, 0-9 and -`;
  return partProblem(safePart(part), "", "unknown-part", message);
}

function refused(found: PartProblem): PartRead {
  return { status: "invalid", problems: [found] };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function isSection(name: string): name is keyof Sections {
  return Object.hasOwn(settingsSections, name);
}

function isCollection(name: string): name is keyof Collections {
  return Object.hasOwn(settingsCollections, name);
}
