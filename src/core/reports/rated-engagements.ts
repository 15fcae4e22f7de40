import type { EngagementRow } from "./engagement-row.ts";
import type { HandoffRow } from "./handoff-row.ts";
import type { RatedEngagement, Rating } from "./rating.ts";

/** A rating counts with its engagement: when that began, and where its first handoff went. */
export type PlacedRating = RatedEngagement &
  Pick<HandoffRow, "queueId" | "teamId" | "ruleId" | "reason"> & { readonly settingsVersion: number | null };

export function ratedEngagements(
  ratings: readonly Rating[],
  engagements: readonly EngagementRow[],
  handoffs: readonly HandoffRow[],
): readonly PlacedRating[] {
  if (ratings.length === 0) return [];
  const known = new Map(engagements.map((row) => [row.id, row]));
  const byEngagement = Map.groupBy(handoffs, ({ engagementId }) => engagementId);
  return ratings.flatMap((rating) => {
    const row = known.get(rating.engagementId);
    if (!row) return [];
    const escalations = byEngagement.get(row.id) ?? [];
    const first = escalations[0];
    return {
      ...rating,
      channelId: row.channelId,
      agentId: row.agentId,
      startedAt: row.startedAt,
      wasAnswered: row.isAnswered ?? escalations.some(({ answeredAt }) => answeredAt !== null),
      queueId: first?.queueId ?? null,
      teamId: first?.teamId ?? null,
      ruleId: first?.ruleId ?? null,
      reason: first?.reason ?? "none",
      settingsVersion: first?.settingsVersion ?? null,
    };
  });
}
