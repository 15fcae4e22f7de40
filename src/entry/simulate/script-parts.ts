import * as z from "zod";
import { readSettingsChanges, type SettingsChangesBody } from "../../protocol/settings-changes.ts";

/** Parts of the settings as `baton settings pull` writes them; the id may be left out, because it is the part's name. */
export const settingsParts = z.record(z.string(), z.unknown()).transform((given, context): SettingsChangesBody => {
  const read = readSettingsChanges(Object.fromEntries(Object.entries(given).map(withId)));
  if (read.status === "read") return read.changes;
  for (const { part, path, message } of read.problems) {
    context.addIssue({ code: "custom", message, path: placeOf(part, path), input: given });
  }
  return z.NEVER;
});

/** Where it stands in a script. Neither names of parts nor of fields hold a dot, so a path can be parted at its dots. */
export function placeOf(part: string, path: string): string[] {
  return path === "" ? [part] : [part, ...path.split(".")];
}

function withId([part, value]: [string, unknown]): [string, unknown] {
  const isMember = typeof value === "object" && value !== null && !Array.isArray(value) && part.includes("/");
  return [part, isMember ? { id: part.slice(part.indexOf("/") + 1), ...value } : value];
}
