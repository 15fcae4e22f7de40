import { presentVersion } from "../present/settings.ts";
import type { ApiParts } from "./parts.ts";
import { versionMissing } from "./settings-refusals.ts";

/** What a repeated request published the first time. */
export async function earlierVersion({ engine }: ApiParts, number: string) {
  const found = await engine.settings.versions.get(Number(number));
  if (!found?.version) throw versionMissing();
  return { status: "published" as const, version: presentVersion(found.version) };
}
