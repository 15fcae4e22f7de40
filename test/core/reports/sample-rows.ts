import { numberIn } from "../../../src/core/reports/block-rows.ts";
import type { EngagementRow } from "../../../src/core/reports/engagement-row.ts";
import type { FigureContext, ReportFacts } from "../../../src/core/reports/figure.ts";
import type { HandoffRow } from "../../../src/core/reports/handoff-row.ts";
import { createIdNumbers } from "../../../src/core/reports/id-numbers.ts";
import type { RequestRow } from "../../../src/core/reports/request-row.ts";

export const noon = Date.UTC(2026, 10, 20, 12);
export const second = 1_000;
export const minute = 60_000;
export const hour = 3_600_000;

/** Opened at noon, and nothing has happened yet. */
export function handoff(differing: Partial<HandoffRow> = {}): HandoffRow {
  return {
    schemaVersion: 1,
    id: "con_1.h1",
    conversationId: "con_1",
    engagementId: "con_1.e1",
    customerId: "cus_1",
    channelId: "main.test",
    openedAt: noon,
    openedIn: "open",
    reason: "explicit-request",
    ruleId: null,
    settingsVersion: 1,
    priority: "normal",
    queueId: "support",
    teamId: "support-team",
    agentId: null,
    phase: "waiting",
    waitsElsewhere: false,
    takenAt: null,
    answeredAt: null,
    asked: 0,
    rejected: 0,
    timedOut: 0,
    ringMs: 0,
    reassigned: 0,
    returned: 0,
    hadTwice: false,
    isExhausted: false,
    endedAt: null,
    outcome: null,
    wrapUp: null,
    botCouldHave: null,
    wrongTeam: null,
    askedAgain: null,
    isPromised: false,
    warnedAt: null,
    missedAt: null,
    dueAt: null,
    ...differing,
  };
}

/** The bot answered at eleven, and nothing more came. */
export function engagement(differing: Partial<EngagementRow> = {}): EngagementRow {
  return {
    schemaVersion: 1,
    id: "con_1.e1",
    conversationId: "con_1",
    customerId: "cus_1",
    channelId: "main.test",
    startedAt: noon - hour,
    language: null,
    botSpoke: true,
    agentId: null,
    endedAt: null,
    outcome: null,
    lastHourAt: noon - hour,
    ...differing,
  };
}

/** Asked at noon, accepted ten seconds later. */
export function request(differing: Partial<RequestRow> = {}): RequestRow {
  return {
    schemaVersion: 1,
    id: "con_1.r1",
    conversationId: "con_1",
    handoffId: "con_1.h1",
    channelId: "main.test",
    queueId: "support",
    teamId: "support-team",
    reason: "explicit-request",
    ruleId: null,
    settingsVersion: 1,
    kind: "offer",
    agentId: "robin",
    askedAt: noon,
    endedAt: noon + 10 * second,
    end: "accepted",
    because: null,
    ...differing,
  };
}

export function facts(differing: Partial<ReportFacts> = {}): ReportFacts {
  return {
    handoffs: [],
    answers: differing.handoffs ?? [],
    engagements: [],
    requests: [],
    ratings: [],
    tasks: [],
    hasAllEngagements: false,
    ...differing,
  };
}

/** A day later; always open, and nobody was handed over, rated anything or came again. */
export function context(differing: Partial<FigureContext> = {}): FigureContext {
  return {
    now: noon + 24 * hour,
    answerWithinSeconds: 60,
    businessMs: (_row, from, to) => to - from,
    numberOf: numberIn(createIdNumbers()),
    escalated: { has: () => false, cameAgain: () => false, ratingOf: () => null },
    ...differing,
  };
}
