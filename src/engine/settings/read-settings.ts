import type { Settings } from "../../core/settings/settings.ts";
import { upgradeSettings } from "../../core/settings/upgrade.ts";
import type { Parts } from "../parts.ts";
import { type CurrentVersion, contentKey, currentKey, type SettingsContent } from "./documents.ts";

type Reading = Pick<Parts, "store" | "starter">;

/** `null`: there is no such version. */
export async function readContent({ store, starter }: Reading, number: number): Promise<Settings | null> {
  if (number === 0) return starter;
  const [stored] = await store.load([contentKey(number)]);
  return stored ? upgradeSettings((stored.body as SettingsContent).settings, starter) : null;
}

/** The version in force as the store has it now, for whoever is about to change it. */
export interface ReadCurrent {
  readonly number: number;
  readonly settings: Settings;
  /** Of the document that says so, for the commit to expect. */
  readonly documentVersion: number;
}

export async function readCurrent(parts: Reading): Promise<ReadCurrent> {
  const [stored] = await parts.store.load([currentKey]);
  const number = stored ? (stored.body as CurrentVersion).number : 0;
  const settings = await readContent(parts, number);
  if (!settings) throw new Error(`Settings version ${number} is in force and its content is missing.`);
  return { number, settings, documentVersion: stored?.version ?? 0 };
}
