import { type NotificationPreferences, plainPreferences } from "../../core/notifications/preferences.ts";
import type { Store } from "../../ports/store.ts";
import { preferencesKey } from "./documents.ts";

/** In the order of the ids; who never chose has the usual ones. */
export async function readPreferences(
  store: Store,
  agentIds: readonly string[],
): Promise<readonly NotificationPreferences[]> {
  const stored = agentIds.length === 0 ? [] : await store.load(agentIds.map(preferencesKey));
  return agentIds.map((id, index) => {
    const document = stored[index];
    return document ? (document.body as NotificationPreferences) : plainPreferences(id);
  });
}
