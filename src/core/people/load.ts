import type { Policy } from "../settings/policy.ts";
import type { Load } from "./agent.ts";

/** What a conversation on this channel takes of a person. */
export function loadOn({ kind }: { readonly kind: string }, { settings }: Policy): Load {
  return { units: settings.people.channelWeights[kind] ?? 1, channelKind: kind };
}
