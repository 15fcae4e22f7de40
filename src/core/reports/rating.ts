/** What a customer said of an engagement, 1 to 5. The remark stays where it is: it is the customer's words (I15). */
export interface Rating {
  readonly engagementId: string;
  readonly conversationId: string;
  readonly score: number;
  readonly at: number;
}

/** A rating, with what it was a rating of. */
export interface RatedEngagement extends Rating {
  readonly channelId: string;
  readonly agentId: string | null;
  readonly startedAt: number;
  /** A person has written in it, after a handoff. */
  readonly wasAnswered: boolean;
}

const bestScore = 5;
/** "Top two boxes". */
export const isSatisfied = (score: number) => score >= bestScore - 1;
export const isDissatisfied = (score: number) => score <= 2;
