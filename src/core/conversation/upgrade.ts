import { newCourse } from "./course.ts";
import { newEngagement, untouchedBot } from "./engagement.ts";
import { newHumanControl } from "./human-control.ts";
import type { Conversation, Phase } from "./state.ts";
import { withFacts } from "./upgrade-facts.ts";

/**
 * Reading upgrades step by step: `upgrades[n]` turns a stored version n into n + 1. Old snapshots stay in
 * test/fixtures/snapshots for ever and must load.
 */
export const conversationVersion = 4;

type Stored = Record<string, unknown> & { schemaVersion: number };
const upgrades: Readonly<Record<number, (stored: Stored) => Stored>> = { 1: withRules, 2: withCourse, 3: withFacts };

export function readConversation(body: unknown): Conversation {
  if (!isStored(body)) throw new Error("A stored conversation has no schema version.");
  let stored = body;
  while (stored.schemaVersion < conversationVersion) {
    const upgrade = upgrades[stored.schemaVersion];
    if (!upgrade) throw new Error(`No way to read a conversation of schema version ${stored.schemaVersion}.`);
    stored = upgrade(stored);
  }
  if (stored.schemaVersion > conversationVersion) {
    throw new Error(
      `A conversation was written by a newer Baton (schema ${stored.schemaVersion}, this one reads ${conversationVersion}). Start the newer version.`,
    );
  }
  return stored as unknown as Conversation;
}

function isStored(body: unknown): body is Stored {
  return typeof body === "object" && body !== null && typeof (body as Stored).schemaVersion === "number";
}

/** 1 → 2: rules, offers, languages and restraint came. What was open keeps going as it went: to anybody, by no rule. */
function withRules(stored: Stored): Stored {
  const { number, startedAt, firstSeq, lastAgentId } = stored.engagement as V1Engagement;
  return {
    ...stored,
    schemaVersion: 2,
    localeSource: stored.locale === null ? null : "channel",
    tags: [],
    properties: {},
    draftId: null,
    // Whether the bot had spoken in it, nobody had kept.
    engagement: {
      ...newEngagement(number, startedAt, firstSeq),
      lastAgentId,
      bot: { ...untouchedBot, messages: null },
    },
    restraint: null,
    lastWait: null,
    control: withRulesInControl(stored.control as V1Control),
  };
}

interface V1Engagement {
  readonly number: number;
  readonly startedAt: number;
  readonly firstSeq: number;
  readonly lastAgentId: string | null;
}
type V1Control = Record<string, unknown> & { phase: Phase; handoff?: V1Handoff | null };
type V1Handoff = Record<string, unknown> & { openedAt: number; evidence: readonly Record<string, unknown>[] };

function withRulesInControl(control: V1Control): Record<string, unknown> {
  switch (control.phase) {
    case "bot":
      return { ...control, alert: null };
    case "queue":
      return { ...control, handoff: control.handoff && withDecision(control.handoff) };
    case "human":
      return { ...control, handoff: control.handoff ? withDecision(control.handoff) : null, alert: null };
    case "closed":
      return control;
  }
}

function withDecision(handoff: V1Handoff): Record<string, unknown> {
  return {
    ...handoff,
    evidence: handoff.evidence.map((evidence) => ({
      ...evidence,
      signal: evidence.signal === "unsupported-message" ? "unreadable-message" : evidence.signal,
      detail: null,
    })),
    decision: { settingsVersion: 0, ruleId: null, facts: null },
    destination: { type: "queue", id: "", teamIds: [] },
    priority: "normal",
    tasks: [],
    toldAt: handoff.openedAt,
    patienceFrom: handoff.openedAt,
  };
}

/** 2 → 3: requests can go to many and come from colleagues; a handoff knows its course; people go, rest and advise. */
function withCourse(stored: Stored): Stored {
  const engagement = { ...(stored.engagement as object), sla: null };
  return { ...stored, schemaVersion: 3, engagement, control: withCourseInControl(stored) };
}

function withCourseInControl(stored: Stored): Record<string, unknown> {
  const control = stored.control as V1Control;
  switch (control.phase) {
    case "bot":
      return control;
    case "queue":
      return { ...control, handoff: control.handoff && courseOf(control.handoff, null, stored) };
    case "human": {
      const { agentId, since } = control as unknown as { agentId: string; since: number };
      const handoff = control.handoff ? courseOf(control.handoff, { agentId, since }, stored) : null;
      return { ...newHumanControl(since, agentId, null), ...control, handoff };
    }
    case "closed":
      return { ...control, handoff: null };
  }
}

interface V2Request {
  readonly kind: "offer";
  readonly agentId: string;
  readonly at: number;
  readonly expiresAt: number;
  readonly expiryEffectId: string;
  readonly recordSeq: number;
}

function courseOf(
  before: V1Handoff,
  taken: { readonly agentId: string; readonly since: number } | null,
  stored: Stored,
): Record<string, unknown> {
  const { pendingRequest, requestCount, ...handoff } = before as V1Handoff & {
    readonly pendingRequest: V2Request | null;
    readonly requestCount: number;
    readonly destination: { readonly type: string; readonly id: string };
  };
  const { destination } = handoff;
  return {
    ...handoff,
    ask: pendingRequest && taken === null ? askOf(pendingRequest, stored) : null,
    enteredQueueAt: handoff.openedAt,
    queues: destination.type === "queue" ? [destination.id] : [],
    nobody: null,
    waits: "here",
    course: {
      ...newCourse("open"),
      takenAt: taken?.since ?? null,
      asked: requestCount,
      holders: taken ? [taken.agentId] : [],
    },
  };
}

/** Its timer names the request by the old id, which is kept as the ask's. */
function askOf(request: V2Request & { readonly id?: string }, stored: Stored) {
  const { kind, agentId, at, expiresAt, expiryEffectId, recordSeq } = request;
  const shared = { kind, at, expiresAt, expiryEffectId, decisionSeq: null, noteSeq: null };
  return {
    ...shared,
    id: request.id ?? expiryEffectId,
    requestedBy: { type: "routing" },
    epoch: stored.epoch,
    pending: [{ agentId, recordSeq }],
  };
}
