import { describe, expect, test } from "vitest";
import type { EventBody } from "../../../src/core/conversation/event.ts";
import type { Conversation } from "../../../src/core/conversation/state.ts";
import { readConversation } from "../../../src/core/conversation/upgrade.ts";
import { changedRows } from "../../../src/core/reports/changed-rows.ts";
import { type EngagementRow, engagementRow } from "../../../src/core/reports/engagement-row.ts";
import { type HandoffRow, handoffIn, handoffRow } from "../../../src/core/reports/handoff-row.ts";
import { figuresOf } from "../../../src/core/reports/named-reports.ts";
import { wallboard } from "../../../src/core/reports/wallboard.ts";
import { compilePolicy } from "../../../src/core/settings/policy.ts";
import { noSwitches } from "../../../src/core/settings/settings.ts";
import { person } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { handoff as handoffTo, policies, rule } from "../policies.ts";
import { offer, pendingId } from "../requests/asked-world.ts";
import { createWorld, received, replied, type World, type WorldOptions } from "../world.ts";
import { context, facts } from "./sample-rows.ts";

const second = 1_000;
const minute = 60 * second;

/** A conversation, and the rows its changes have put, the last of each. */
function history(options: WorldOptions = {}) {
  const world = createWorld(options);
  const handoffs = new Map<string, HandoffRow>();
  const engagements = new Map<string, EngagementRow>();
  return {
    world,
    handoffs,
    engagements,
    /** Some time later. */
    then(body: EventBody, ms = 10 * second) {
      world.now += ms;
      const before = world.conversation;
      const decision = world.apply(body);
      if (decision.status !== "applied") throw new Error(JSON.stringify(decision));
      const changed = changedRows(before, decision);
      for (const { row } of changed.handoffs) handoffs.set(row.id, row);
      for (const row of changed.engagements) engagements.set(row.id, row);
      return decision;
    },
    handoff: () => [...handoffs.values()].at(-1),
    engagement: () => [...engagements.values()].at(-1),
  };
}

const asks = received("I want to talk to a human");
const claims = (agentId: string) => ({ type: "conversation-claimed", agentId }) as const;
const writes = (agentId: string) => ({ type: "agent-replied", agentId, text: "Hello" }) as const;
const gives = (agentId: string) =>
  ({ type: "conversation-unassigned", byAgentId: agentId, destination: null, note: null }) as const;
const givesBack = (agentId: string) => ({ type: "conversation-handed-back", agentId, note: null }) as const;

function answers({ conversation }: World, text: string): EventBody {
  const control = conversation?.control;
  if (!conversation || control?.phase !== "bot") throw new Error("The bot does not have it.");
  const { epoch, lastCustomerSeq } = conversation;
  return replied({ effectId: control.pendingTurn?.effectId ?? "", epoch, upToSeq: lastCustomerSeq, text });
}

describe("a row of a handoff", () => {
  test("says who answered first, and what the time until then was made of, whoever has it later", () => {
    const { world, then, handoff } = history();
    then(asks);
    world.now += 5 * second;
    offer(world, "robin");
    then({ type: "request-accepted", requestId: pendingId(world, "robin"), agentId: "robin" }, 7 * second);
    then(gives("robin"), 20 * second);
    then(claims("lee"), 30 * second);
    then(writes("lee"), 4 * second);
    const known = { answeredBy: "lee", answerWaitedMs: 42 * second, answerRingMs: 7 * second };
    expect(handoff()).toMatchObject(known);
    then(gives("lee"));
    then(claims("robin"), minute);
    then(writes("robin"));
    expect(handoff()).toMatchObject({ ...known, agentId: "robin", reassigned: 2, returned: 2, hadTwice: true });
  });

  test("keeps how often it was declined before somebody took it, whatever is declined in a later wait", () => {
    const { world, then, handoff } = history();
    for (const id of ["sam", "ada", "ben"]) world.agents.set(id, person(id));
    const declines = (agentId: string) => {
      offer(world, agentId);
      then({ type: "request-rejected", requestId: pendingId(world, agentId), agentId, reason: "busy" });
    };
    then(asks);
    declines("robin");
    expect(handoff()).toMatchObject({ rejected: 1, rejectedBeforeTaken: 1 });
    then(claims("lee"));
    then(gives("lee"));
    declines("sam");
    declines("ada");
    then(claims("ben"));
    expect(handoff()).toMatchObject({ rejected: 3, rejectedBeforeTaken: 1 });
  });

  test("knows of a person who has it again however many had it in between", () => {
    const { world, then, handoff } = history();
    const others = Array.from({ length: 14 }, (_, index) => `person-${index}`);
    for (const id of others) world.agents.set(id, person(id));
    then(asks);
    then(claims("lee"));
    let holder = "lee";
    for (const agentId of [...others, "lee"]) {
      expect(handoff()?.hadTwice).toBe(false);
      const assigned = { byAgentId: holder, agentId, evenIfAway: true, tellsCustomer: false } as const;
      then({ type: "conversation-assigned", ...assigned, jobId: null });
      holder = agentId;
    }
    expect(handoff()).toMatchObject({ hadTwice: true, reassigned: 15 });
  });

  test("keeps that nobody had taken it, when it comes back to the queue after somebody did", () => {
    const { then, world, handoff } = history({ exhaustAfterMs: minute });
    then(asks);
    for (let round = 0; round < 3; round++) {
      const control = world.conversation?.control;
      if (control?.phase !== "queue") throw new Error("It waits.");
      const { wakeUpEffectId: effectId, wakeUpRound, id: handoffId } = control.handoff;
      const timer = { kind: "handoff-wake-up", handoffId, round: wakeUpRound } as const;
      then({ type: "timer-fired", effectId, timer }, minute);
    }
    expect(handoff()).toMatchObject({ isExhausted: true });
    then(claims("lee"));
    then(gives("lee"));
    expect(handoff()).toMatchObject({ isExhausted: true, returned: 1 });
  });

  test("has not come back where a person had taken it out of the bot's hands: it waits for the first time", () => {
    const { then, handoff, engagement } = history();
    then(received("Where is my parcel?"));
    then(claims("lee"));
    then(gives("lee"));
    expect(handoff()).toMatchObject({ returned: 0, reason: "assigned" });
    expect(engagement()).toMatchObject({ handoffs: 1 });
  });

  test("has rung until its customer went", () => {
    const { world, then, handoff } = history();
    then(asks);
    offer(world, "robin");
    then({ type: "wait-chosen", choice: "cancel" }, 8 * second);
    expect(handoff()).toMatchObject({ outcome: "cancelled", ringMs: 8 * second });
  });
});

describe("promises in a row", () => {
  const promising = { policy: policies.promising };
  const flagged = rule("flagged", { when: [{ type: "signal", is: ["flag"] }], then: handoffTo() });
  const rules = { ...quietSettings.rules, flagged };
  const promisingAndFlagged = compilePolicy(1, { ...policies.promising.settings, rules }, noSwitches);

  test("are not missed later, when the customer went or the bot has it again before the deadline", () => {
    for (const ends of [{ type: "wait-chosen", choice: "cancel" } as const, givesBack("lee")]) {
      const { then, handoff } = history(promising);
      then(asks);
      if (ends.type === "conversation-handed-back") then(claims("lee"));
      then(ends, minute);
      expect(handoff()).toMatchObject({ isPromised: true, missedAt: null, dueAt: null, phase: "ended" });
    }
  });

  test("are missed when the deadline had passed and nobody had looked yet", () => {
    const { then, world, handoff } = history(promising);
    then(asks);
    const deadline = world.now + 5 * minute;
    then(claims("lee"));
    then(givesBack("lee"), 6 * minute);
    expect(handoff()).toMatchObject({ missedAt: deadline, isResolutionPromised: true, resolutionMissedAt: null });
  });

  test("that were broken before another handoff took its place are the first one's, and still stand on the wallboard", () => {
    const { world, then, handoffs } = history({ policy: promisingAndFlagged });
    then(asks);
    then(claims("lee"));
    then({ type: "conversation-flagged", flag: "urgent", reason: null }, 31 * minute);
    const rows = [...handoffs.values()];
    expect(rows).toMatchObject([
      { isPromised: true, isResolutionPromised: true, outcome: "replaced" },
      { isPromised: false, isResolutionPromised: false, outcome: null },
    ]);
    for (const name of ["sla.missed", "sla.resolution-missed"]) {
      const missed = figuresOf("first-response").find(({ id }) => id === name);
      const value = missed?.count(facts({ handoffs: rows }), context({ now: world.now }));
      expect(value).toMatchObject({ part: 1, whole: 1 });
    }
    const open = rows.filter(({ phase }) => phase !== "ended");
    expect(wallboard({ at: world.now, handoffs: open, agents: [], isCut: false }).sla).toEqual({
      atRisk: 0,
      missed: 1,
    });
  });

  test("that another handoff takes over are missed in that one, and no more in the first", () => {
    const { then, handoffs } = history({ policy: promisingAndFlagged });
    then(asks);
    then(claims("lee"));
    then({ type: "conversation-flagged", flag: "urgent", reason: null }, minute);
    const [first, second] = [...handoffs.values()];
    expect(first).toMatchObject({ isPromised: true, missedAt: null, dueAt: null });
    expect(second).toMatchObject({ isPromised: true, missedAt: null, dueAt: expect.any(Number) });
  });

  test("of further answers begin with the first message that awaits one, and belong to the handoff they ran in", () => {
    const { then, handoffs, handoff } = history(promising);
    then(asks);
    then(claims("lee"));
    then(writes("lee"));
    expect(handoff()).toMatchObject({ nextPromised: 0, nextMissed: 0 });
    then(received("And when does it come?"));
    then(received("Hello?"));
    expect(handoff()).toMatchObject({ nextPromised: 1, nextMissed: 0 });
    then(writes("lee"), 3 * minute);
    expect(handoff()).toMatchObject({ nextPromised: 1, nextMissed: 1 });
    then(received("And how much is it?"));
    then({ type: "conversation-closed", agentId: "lee", outcome: "resolved", wrapUp: null });
    then(received("It has not come at all"), 26 * 60 * minute);
    const [first, second] = [...handoffs.values()];
    expect(first).toMatchObject({ nextPromised: 2, nextMissed: 1, outcome: "resolved" });
    expect(second).toMatchObject({ nextPromised: 1, nextMissed: 0, reason: "reopened" });
  });

  test("stay known when the person says afterwards how it was", () => {
    const { then, handoff } = history(promising);
    then(asks);
    then(claims("lee"));
    then(writes("lee"));
    then(received("And when does it come?"));
    then({ type: "conversation-closed", agentId: "lee", outcome: "resolved", wrapUp: null });
    const wrapUp = { outcome: "Solved", botCouldHave: true, wrongTeam: false };
    then({ type: "wrap-up-noted", agentId: "lee", wrapUp });
    expect(handoff()).toMatchObject({ nextPromised: 1, nextMissed: 0, botCouldHave: true });
  });

  test("go on in the handoff that takes another's place, and stay counted in that one", () => {
    const { then, handoffs } = history({ policy: promisingAndFlagged });
    then(asks);
    then(claims("lee"));
    then(writes("lee"));
    then(received("And when does it come?"));
    then({ type: "conversation-flagged", flag: "urgent", reason: null });
    then(received("Hello?"));
    expect([...handoffs.values()]).toMatchObject([
      { nextPromised: 1, nextMissed: 0, outcome: "replaced" },
      { nextPromised: 1, nextMissed: 0, outcome: null },
    ]);
  });
});

describe("a row of an engagement", () => {
  test("says that the bot spoke only if it did, and not if its answer was held back", () => {
    const { world, then, engagement } = history();
    then(received("Where is my parcel?"));
    const { messages } = then(answers(world, "It is on its way."));
    expect(engagement()).toMatchObject({ botSpoke: true, handoffs: 0 });
    const [message] = messages;
    if (!message) throw new Error("The bot wrote nothing.");
    const settled = { type: "send-settled", seq: message.seq, result: { status: "withheld" } } as const;
    then({ ...settled, effectId: "send-1" });
    expect(engagement()).toMatchObject({ botSpoke: false });
    then(received("And now?"));
    then(answers(world, "It is still on its way."));
    expect(engagement()).toMatchObject({ botSpoke: true });
    // Told twice, it was held back once.
    then({ ...settled, effectId: "send-1" });
    expect(engagement()).toMatchObject({ botSpoke: true });
    then(claims("lee"));
    then(givesBack("lee"));
    expect(engagement()).toMatchObject({ botSpoke: true });
  });

  test("says that it did not, where a person came instead of its answer, or gave it the conversation", () => {
    const { world, then, engagement } = history();
    then(received("Where is my parcel?"));
    then(answers(world, "I am transferring you to a colleague now."));
    expect(engagement()).toMatchObject({ botSpoke: false, handoffs: 1 });
    then(claims("lee"));
    expect(engagement()).toMatchObject({ isAnswered: false });
    then(writes("lee"));
    then(givesBack("lee"));
    expect(engagement()).toMatchObject({ botSpoke: false, handoffs: 1, isAnswered: true });
    then(asks);
    expect(engagement()).toMatchObject({ botSpoke: false, handoffs: 2 });
  });

  test("keeps that a person was asked for, and that the risk was named, whatever the settings make of it", () => {
    const signals = { ...quietSettings.detection.signals, "explicit-request": "none", threat: "none" } as const;
    const settings = { ...quietSettings, rules: {}, detection: { ...quietSettings.detection, signals } };
    const { world, then, engagement } = history({ policy: compilePolicy(1, settings, noSwitches) });
    then(received("Where is my parcel?"));
    then(answers(world, "It is on its way."));
    expect(engagement()).toMatchObject({ hasShownNeed: false });
    then(asks);
    then(answers(world, "I can help you with that."));
    expect(engagement()).toMatchObject({ hasShownNeed: true, handoffs: 0, agentId: null });
  });
});

describe("what was under way before all this was kept", () => {
  const clock = { phase: "running", since: 1_000, targetMs: 60_000, spentMs: 0, warnAt: null, breachAt: 61_000 };
  const state = { policyId: "all", firstResponse: clock, nextResponse: null, resolution: clock };
  const course = { takenAt: 5_000, answeredAt: 9_000, asked: 2, rejected: 2, timedOut: 0, ringMs: 3_000 };
  const rest = { reassigned: 0, returned: 0, openedIn: "open", wrapUp: null };

  function upgraded(differing: { course?: object; engagement?: object; sla?: boolean } = {}): Conversation {
    const world = createWorld();
    world.apply(asks);
    const stored = JSON.parse(JSON.stringify(world.conversation));
    const { engagement, control } = stored;
    for (const name of ["handoffs", "isAnswered", "hasShownNeed"]) delete engagement[name];
    delete engagement.bot.messages;
    Object.assign(engagement, { sla: differing.sla ? { state, effectId: null, dueAt: null } : null });
    Object.assign(engagement, differing.engagement);
    const old = { ...course, holders: ["robin"], ...rest, ...differing.course };
    const handoff = { ...control.handoff, openedAt: 1_000, course: old };
    return readConversation({ ...stored, schemaVersion: 3, engagement, control: { ...control, handoff } });
  }

  function rowOf(conversation: Conversation): HandoffRow {
    const handoff = handoffIn(conversation);
    if (!handoff) throw new Error("There is no handoff.");
    return handoffRow(conversation, handoff);
  }

  test("is known where it cannot have been otherwise", () => {
    expect(rowOf(upgraded())).toMatchObject({
      ...{ answeredBy: "robin", answerWaitedMs: 4_000, answerRingMs: 3_000, rejectedBeforeTaken: 2, hadTwice: false },
      ...{ nextPromised: 0, nextMissed: 0, isResolutionPromised: false, isExhausted: false },
    });
  });

  test("is not known, and no zero, where it may have been otherwise", () => {
    const returned = { holders: ["robin", "kim"], returned: 1, reassigned: 1 };
    expect(rowOf(upgraded({ course: returned, sla: true }))).toMatchObject({
      ...{ answeredBy: null, answerWaitedMs: null, answerRingMs: null, rejectedBeforeTaken: null, isExhausted: null },
      ...{ nextPromised: null, nextMissed: null },
    });
    const many = { holders: Array.from({ length: 10 }, (_, index) => `person-${index}`) };
    expect(rowOf(upgraded({ course: many }))).toMatchObject({ hadTwice: null });
    expect(engagementRow(upgraded({ engagement: { handedBack: { at: 1, noteSeq: null } } }))).toMatchObject({
      ...{ botSpoke: null, handoffs: null, hasShownNeed: null },
    });
    expect(engagementRow(upgraded())).toMatchObject({ botSpoke: false });
  });

  test("makes no first answer known whose first waits were not", () => {
    const { world, then, handoff } = history();
    world.conversation = upgraded({ course: { holders: ["robin"], returned: 1, answeredAt: null } });
    const { control } = world.conversation;
    if (control.phase === "queue") world.live.add(control.handoff.wakeUpEffectId);
    then(claims("lee"));
    then(writes("lee"));
    expect(handoff()).toMatchObject({ answeredBy: "lee", answerWaitedMs: null, hadTwice: false });
  });

  test("stays unknown to its end, and the next handoff is known again", () => {
    const { world, then, handoff, engagement } = history({ policy: policies.promising });
    world.conversation = upgraded({ sla: true });
    const { control } = world.conversation;
    if (control.phase === "queue") world.live.add(control.handoff.wakeUpEffectId);
    then(claims("lee"));
    then(writes("lee"));
    then(received("And when does it come?"));
    expect(handoff()).toMatchObject({ nextPromised: null, nextMissed: null, answeredBy: "robin" });
    expect(engagement()).toMatchObject({ handoffs: null, hasShownNeed: null });
    then(givesBack("lee"));
    then(asks);
    expect(handoff()).toMatchObject({ nextPromised: 0, nextMissed: 0 });
    expect(engagement()).toMatchObject({ handoffs: null, hasShownNeed: true });
  });
});
