import { diffSettings, type PartChange } from "../../core/settings/parts.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Parts } from "../parts.ts";
import { type SettingsVersion, settingsViews, versionKey } from "./documents.ts";
import { readContent, readCurrent } from "./read-settings.ts";

export interface VersionInFull {
  readonly number: number;
  /** `null`: what the workspace started with; nobody published it. */
  readonly version: SettingsVersion | null;
  readonly settings: Settings;
}

/** Everything that was ever in force. */
export interface Versions {
  current(): Promise<VersionInFull>;
  /** `null`: there is no such version. */
  get(number: number): Promise<VersionInFull | null>;
  list(options: { limit: number; cursor: string | null }): Promise<{ items: SettingsVersion[]; next: string | null }>;
  /** What became different from `against` to `number`. */
  diff(number: number, against: number): Promise<readonly PartChange[] | null>;
}

export function createVersions(parts: Parts): Versions {
  const { store } = parts;

  async function get(number: number): Promise<VersionInFull | null> {
    const [settings, [stored]] = await Promise.all([readContent(parts, number), store.load([versionKey(number)])]);
    return settings && { number, version: (stored?.body as SettingsVersion | undefined) ?? null, settings };
  }

  return {
    get,
    async current() {
      const { number, settings } = await readCurrent(parts);
      return (await get(number)) ?? { number, version: null, settings };
    },
    async list(options) {
      const page = await store.query({ ...settingsViews.versions, order: "descending", ...options });
      return { items: page.items.map(({ body }) => body as SettingsVersion), next: page.next };
    },
    async diff(number, against) {
      const [before, after] = await Promise.all([readContent(parts, against), readContent(parts, number)]);
      return before && after ? diffSettings(before, after) : null;
    },
  };
}
