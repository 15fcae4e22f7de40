/**
 * One question how it was, for one engagement that a person took part in, and the answer to it. A remark is customer's
 * text: it goes when the customer is erased (I15).
 */
export interface Survey {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly conversationId: string;
  readonly customerId: string;
  readonly engagement: number;
  /** Of a test: it counts in no figure (I16). */
  readonly isTest: boolean;
  readonly channelId: string;
  /** The last person who had it, and the team it was for. */
  readonly agentId: string | null;
  readonly teamId: string | null;
  readonly handoffId: string | null;
  readonly locale: string | null;
  readonly askedAt: number;
  /** From then on nothing is taken any more. */
  readonly openUntil: number;
  readonly rating: Rating | null;
}

export interface Rating {
  readonly score: Score;
  readonly remark: string | null;
  /** When it was given first, and last changed. */
  readonly at: number;
  readonly changedAt: number;
}

export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** Somebody should look into it. */
const mostLow = 2;

export const longestRemark = 2_000;

/** One per engagement, so that nobody is asked twice. */
export function surveyId(conversationId: string, engagement: number): string {
  return `${conversationId}.s${engagement}`;
}

export function isLow(rating: Rating | null): boolean {
  return rating !== null && rating.score <= mostLow;
}
