import type { NotificationPreferences } from "../../core/notifications/preferences.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { preferencesKey } from "./documents.ts";
import { readPreferences } from "./read-preferences.ts";

export interface PreferenceStore {
  get(agentId: string): Promise<NotificationPreferences>;
  /** As a whole: what is not in it is as usual again. */
  put(preferences: NotificationPreferences): Promise<void>;
}

export function createPreferenceStore({ store, clock }: Parts): PreferenceStore {
  return {
    async get(agentId) {
      const [preferences] = await readPreferences(store, [agentId]);
      if (!preferences) throw new Error("Every person has preferences.");
      return preferences;
    },
    async put(preferences) {
      const put = { ...preferencesKey(preferences.agentId), body: preferences };
      await store.commit({ ...emptyCommit(clock.now()), puts: [put] });
    },
  };
}
