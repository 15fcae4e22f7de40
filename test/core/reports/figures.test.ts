import { describe, expect, test } from "vitest";
import { escalatedEngagements } from "../../../src/core/reports/escalated-engagements.ts";
import type { FigureContext, ReportFacts } from "../../../src/core/reports/figure.ts";
import { figuresOf } from "../../../src/core/reports/named-reports.ts";
import { queueOutcome } from "../../../src/core/reports/queue-outcome.ts";
import { context, engagement, facts, handoff, hour, minute, noon, request, second } from "./sample-rows.ts";

function figure(id: string, rows: Partial<ReportFacts>, around: Partial<FigureContext> = {}) {
  const found = figuresOf("overview").find((each) => each.id === id);
  if (!found) throw new Error(`There is no figure ${id}.`);
  return found.count(facts(rows), context(around));
}

describe("every figure", () => {
  test("has an id of its own, a name and a formula in words", () => {
    const all = figuresOf("overview");
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { name, formula } of all) expect([name, formula].every((text) => text.length > 3)).toBe(true);
  });

  test("has a value for nothing at all", () => {
    for (const each of figuresOf("overview")) expect(() => each.count(facts(), context())).not.toThrow();
    expect(figure("abandonment", {})).toEqual({ type: "share", part: 0, whole: 0, value: null });
    expect(figure("first-response.total", {})).toMatchObject({ count: 0, p50Ms: null });
  });
});

describe("the time to the first human response", () => {
  const answered = handoff({ takenAt: noon + 50 * second, answeredAt: noon + 80 * second, ringMs: 20 * second });

  test("runs from the handoff to a person's first words, and its three parts sum to it", () => {
    const parts = ["queue", "ring", "typing"].map((part) => figure(`first-response.${part}`, { handoffs: [answered] }));
    expect(parts).toMatchObject([{ meanMs: 30_000 }, { meanMs: 20_000 }, { meanMs: 30_000 }]);
    expect(figure("first-response.total", { handoffs: [answered] })).toMatchObject({ count: 1, meanMs: 80_000 });
  });

  test("never lets ringing after a return make a part negative", () => {
    const late = { ringMs: 10 * minute, returned: 1, answerWaitedMs: 50 * second, answerRingMs: 55 * second };
    const returned = handoff({ ...answered, ...late });
    const parts = ["queue", "ring", "typing"].map((part) => figure(`first-response.${part}`, { handoffs: [returned] }));
    expect(parts).toMatchObject([{ meanMs: 0 }, { meanMs: 50_000 }, { meanMs: 30_000 }]);
  });

  test("counts every wait until the answer, and no ringing after it, of one that came back to the queue", () => {
    const kept = { answeredBy: "kim", answerWaitedMs: 60 * second, answerRingMs: 25 * second };
    const row = handoff({ ...answered, ...kept, returned: 2, ringMs: 5 * minute });
    const parts = ["queue", "ring", "typing"].map((part) => figure(`first-response.${part}`, { handoffs: [row] }));
    expect(parts).toMatchObject([{ meanMs: 35_000 }, { meanMs: 25_000 }, { meanMs: 20_000 }]);
  });

  test("says of how many rows of before nobody kept the parts, and makes no zeros of them", () => {
    const handoffs = [answered, handoff({ ...answered, returned: 1 }), handoff({ returned: 1 })];
    expect(figure("first-response.queue", { handoffs })).toMatchObject({ count: 1, meanMs: 30_000, notKnown: 1 });
    expect(figure("first-response.queue", { handoffs: [answered] })).not.toHaveProperty("notKnown");
    expect(figure("first-response.total", { handoffs })).toMatchObject({ count: 2 });
  });

  test("is told in business hours, too", () => {
    const businessMs = () => 5 * second;
    const value = figure("first-response.total", { handoffs: [answered] }, { businessMs });
    expect(value).toMatchObject({ meanMs: 80_000, business: { count: 1, meanMs: 5_000 } });
  });

  test("drops nobody who is not answered yet: they are as old as they are", () => {
    const rows = [answered, handoff({ phase: "held", takenAt: noon + minute })];
    expect(figure("first-response.open-age", { handoffs: rows }, { now: noon + hour })).toMatchObject({
      count: 1,
      p50Ms: hour,
    });
    const ended = handoff({ phase: "ended", endedAt: noon + minute, outcome: "cancelled" });
    expect(figure("first-response.never", { handoffs: [answered, ended] })).toMatchObject({ part: 1, whole: 2 });
  });

  test("takes percentiles by nearest rank", () => {
    const handoffs = Array.from({ length: 10 }, (_, index) => handoff({ answeredAt: noon + (index + 1) * second }));
    expect(figure("first-response.total", { handoffs })).toMatchObject({ p50Ms: 5_000, p90Ms: 9_000, meanMs: 5_500 });
  });
});

describe("the queue", () => {
  const gone = (ms: number) => handoff({ phase: "ended", outcome: "cancelled", endedAt: noon + ms });
  const taken = (ms: number) => handoff({ phase: "held", takenAt: noon + ms });

  test.each([
    ["taken", taken(second)],
    ["taken", handoff({ takenAt: noon, phase: "ended", outcome: "unresolved", endedAt: noon + hour })],
    ["waiting", handoff()],
    ["abandoned", gone(10 * second)],
    ["short-abandoned", gone(10 * second - 1)],
    ["abandoned", handoff({ phase: "ended", outcome: "unresolved", endedAt: noon + hour })],
    ["flowed-out", handoff({ waitsElsewhere: true })],
    ["flowed-out", handoff({ waitsElsewhere: true, phase: "ended", outcome: "unresolved", endedAt: noon + hour })],
    ["flowed-out", handoff({ phase: "ended", outcome: "resolved", endedAt: noon + hour })],
    ["flowed-out", handoff({ phase: "ended", outcome: "replaced", endedAt: noon + hour })],
    ["flowed-out", handoff({ phase: "ended", outcome: "given-to-bot", endedAt: noon + hour })],
  ] as const)("ends %s", (outcome, row) => {
    expect(queueOutcome(row)).toBe(outcome);
  });

  test("counts who gave up, without those whom nobody could have been quick enough for", () => {
    const handoffs = [taken(second), gone(minute), gone(5 * second), handoff({ waitsElsewhere: true })];
    expect(figure("abandonment", { handoffs })).toMatchObject({ part: 1, whole: 3 });
    expect(figure("abandonment.short", { handoffs })).toMatchObject({ value: 1 });
    expect(figure("flow-outs", { handoffs })).toMatchObject({ value: 1 });
  });

  test("serves whom somebody took in time; who gave up was not served", () => {
    const handoffs = [
      taken(60 * second),
      taken(61 * second),
      gone(minute),
      gone(second),
      handoff({ waitsElsewhere: true }),
    ];
    expect(figure("service-level", { handoffs })).toMatchObject({ part: 1, whole: 3 });
    expect(figure("service-level", { handoffs }, { answerWithinSeconds: 61 })).toMatchObject({ part: 2, whole: 3 });
  });
});

describe("a promised first response", () => {
  test("is missed at the instant the deadline passes, whoever has not looked yet", () => {
    const handoffs = [
      handoff({ isPromised: true, dueAt: noon + minute }),
      handoff({ isPromised: true, missedAt: noon + minute, answeredAt: noon + hour }),
      handoff({ isPromised: true, answeredAt: noon + second }),
      handoff(),
    ];
    expect(figure("sla.missed", { handoffs }, { now: noon + minute - 1 })).toMatchObject({ part: 1, whole: 3 });
    expect(figure("sla.missed", { handoffs }, { now: noon + minute })).toMatchObject({ part: 2, whole: 3 });
  });
});

describe("promises after the first response", () => {
  test("are counted question by question, and missed ones beside them", () => {
    const handoffs = [
      handoff({ nextPromised: 3, nextMissed: 1 }),
      handoff({ nextPromised: 2, nextMissed: 2, answeredAt: noon + hour }),
      handoff({ nextPromised: 0, nextMissed: 0 }),
      handoff(),
    ];
    expect(figure("sla.next-missed", { handoffs })).toMatchObject({ part: 3, whole: 5, notKnown: 1 });
  });

  test("are missed by the handoff during which the deadline for the end passed, whatever came of it", () => {
    const promised = { isResolutionPromised: true, resolutionMissedAt: null };
    const handoffs = [
      handoff(promised),
      handoff({ ...promised, resolutionMissedAt: noon + hour, endedAt: noon + 2 * hour, outcome: "resolved" }),
      handoff({ isResolutionPromised: false, resolutionMissedAt: null }),
      handoff(),
    ];
    expect(figure("sla.resolution-missed", { handoffs })).toMatchObject({ part: 1, whole: 2, notKnown: 1 });
  });
});

describe("what the bot kept", () => {
  const rows = [
    engagement({ id: "a" }),
    engagement({ id: "b" }),
    engagement({ id: "c", botSpoke: false }),
    engagement({ id: "d" }),
  ];
  const has = (id: string) => id === "b";

  test("is all but what it handed over, of what it took part in", () => {
    const escalated = { has, cameAgain: () => false, ratingOf: () => null };
    expect(figure("handoff-rate", { engagements: rows }, { escalated })).toMatchObject({ part: 1, whole: 3 });
    expect(figure("containment.loose", { engagements: rows }, { escalated })).toMatchObject({ part: 2, whole: 3 });
  });

  test("is, strictly, what left nobody unhappy or back within a day; who may still come is not counted yet", () => {
    const cameAgain = ({ id }: { id: string }) => (id === "d" ? true : id === "e" ? null : false);
    const ratingOf = ({ id }: { readonly id: string }) => (id === "f" ? 2 : 3);
    const engagements = [...rows, engagement({ id: "e" }), engagement({ id: "f" })];
    const escalated = { has, cameAgain, ratingOf };
    expect(figure("containment.strict", { engagements }, { escalated })).toMatchObject({ part: 1, whole: 4 });
  });

  test("is no matter of single queues, while their share of all engagements is", () => {
    const handoffs = [handoff({ engagementId: "b" }), handoff({ engagementId: "b" }), handoff({ engagementId: "c" })];
    const group = { engagements: rows, handoffs, hasAllEngagements: true };
    expect(figure("containment.loose", group)).toBeNull();
    expect(figure("handoff-rate", group)).toMatchObject({ part: 1, whole: 3 });
  });

  test("is known of engagements by themselves; only those of before ask the table of handoffs", () => {
    const engagements = [
      engagement({ id: "a", handoffs: 0 }),
      engagement({ id: "b", handoffs: 0 }),
      engagement({ id: "c", handoffs: 2 }),
      engagement({ id: "d", botSpoke: null, handoffs: 1 }),
    ];
    const escalated = { has, cameAgain: () => false, ratingOf: () => null };
    expect(figure("handoff-rate", { engagements }, { escalated })).toMatchObject({ part: 1, whole: 3, notKnown: 1 });
    expect(figure("containment.loose", { engagements }, { escalated })).toMatchObject({
      part: 2,
      whole: 3,
      notKnown: 1,
    });
  });

  test("is a missed handoff where a person was asked for and neither a handoff nor a person followed", () => {
    const asked = { hasShownNeed: true, handoffs: 0 };
    const engagements = [
      engagement({ id: "a", ...asked }),
      engagement({ id: "e", ...asked, agentId: "robin" }),
      engagement({ id: "c", hasShownNeed: false, handoffs: 0 }),
      engagement({ id: "d", ...asked, handoffs: 1 }),
      engagement({ id: "f", ...asked, botSpoke: false }),
      engagement({ id: "g", handoffs: 0 }),
    ];
    expect(figure("handoffs.missed", { engagements })).toMatchObject({ part: 1, whole: 3, notKnown: 1 });
    expect(figure("handoffs.missed", { engagements, hasAllEngagements: true })).toBeNull();
  });

  test("knows of a customer who comes again on another channel within 24 hours", () => {
    const first = engagement({ id: "a", startedAt: noon, lastHourAt: noon, endedAt: noon + 30 * minute });
    const again = (at: number) => engagement({ id: "b", channelId: "mail", startedAt: at, lastHourAt: at });
    const { numberOf } = context();
    const around = (engagements: readonly ReturnType<typeof engagement>[], now: number) =>
      escalatedEngagements({ handoffs: [], engagements, ratings: [], now, numberOf }).cameAgain(first);
    const late = noon + 72 * hour;
    expect(around([first, again(noon + 25 * hour)], late)).toBe(true);
    expect(around([first, again(noon + 25 * hour + 1)], late)).toBe(false);
    expect(around([first], noon + 2 * hour)).toBeNull();
    expect(around([first, { ...again(noon + hour), customerId: "cus_2" }], late)).toBe(false);
  });
});

describe("owners", () => {
  test("are counted as they change, and bounces by their kind", () => {
    const handoffs = [
      handoff({ reassigned: 2 }),
      handoff({ reassigned: 1, returned: 1 }),
      handoff({ hadTwice: true }),
      handoff({ rejected: 2 }),
      handoff({ rejected: 1 }),
    ];
    expect(figure("reassignments", { handoffs })).toEqual({
      type: "tally",
      items: [
        { name: "0", count: 3 },
        { name: "1", count: 1 },
        { name: "2", count: 1 },
      ],
    });
    const parts = ["reassignments.twice", "bounces", "bounces.queue", "bounces.offer"].map((id) =>
      figure(id, { handoffs }),
    );
    expect(parts).toMatchObject([{ part: 1 }, { part: 3 }, { part: 2 }, { part: 1 }]);
  });

  test("bounce by what was declined before somebody took it, not by what was declined in a later wait", () => {
    const later = { takenAt: noon + minute, returned: 1, rejected: 3 };
    const handoffs = [
      handoff({ ...later, rejectedBeforeTaken: 1 }),
      handoff({ ...later, rejectedBeforeTaken: 2 }),
      handoff(later),
      handoff({ ...later, rejected: 1 }),
    ];
    expect(figure("bounces.offer", { handoffs })).toMatchObject({ part: 1, whole: 3, notKnown: 1 });
  });

  test("of before are not known to have come twice to the same person, nor not to have", () => {
    const handoffs = [handoff(), handoff({ hadTwice: null }), handoff({ hadTwice: null, returned: 1 })];
    expect(figure("bounces.queue", { handoffs })).toMatchObject({ part: 1, whole: 2, notKnown: 1 });
    expect(figure("bounces", { handoffs })).toMatchObject({ part: 1, whole: 2, notKnown: 1 });
    expect(figure("exhausted", { handoffs: [handoff({ isExhausted: null })] })).toMatchObject({
      whole: 0,
      notKnown: 1,
    });
  });

  test("who give it back to the bot without a word are counted", () => {
    const back = { phase: "ended", outcome: "given-to-bot", endedAt: noon + hour } as const;
    const handoffs = [handoff(back), handoff({ ...back, answeredAt: noon + minute })];
    expect(figure("bounces.bot", { handoffs })).toMatchObject({ part: 1, whole: 2 });
  });
});

describe("requests", () => {
  const rows = [
    request(),
    request({ end: "rejected", because: "busy" }),
    request({ end: "timed-out", endedAt: noon + minute }),
    request({ end: "withdrawn" }),
    request({ end: "rescinded" }),
    request({ kind: "discuss", end: "rejected" }),
  ];

  test("are accepted, rejected or timed out; what was taken back or was advice is none of them", () => {
    const ids = ["requests.accepted", "requests.rejected", "requests.timed-out", "requests.not-taken"];
    expect(ids.map((id) => figure(id, { requests: rows }))).toMatchObject([
      { part: 1, whole: 3 },
      { part: 1, whole: 3 },
      { part: 1, whole: 3 },
      { part: 2, whole: 3 },
    ]);
    expect(figure("requests.rejected.reasons", { requests: rows })).toMatchObject({
      items: [{ name: "busy", count: 1 }],
    });
    expect(figure("requests.ring", { requests: rows })).toMatchObject({ count: 5, p90Ms: minute });
  });
});

describe("satisfaction", () => {
  test("is that of cases a person answered, beside that of the others and of how many said anything", () => {
    const rating = { conversationId: "c", at: noon, channelId: "x", agentId: null, startedAt: noon };
    const ratings = [
      { ...rating, engagementId: "a", score: 5, wasAnswered: true },
      { ...rating, engagementId: "b", score: 2, wasAnswered: true },
      { ...rating, engagementId: "c", score: 1, wasAnswered: false },
    ];
    const ended = { answeredAt: noon, endedAt: noon + hour } as const;
    const handoffs = ["a", "a", "b", "d", "e"].map((engagementId) => handoff({ ...ended, engagementId }));
    expect(figure("csat.escalated", { ratings })).toMatchObject({ count: 2, value: 3.5 });
    expect(figure("csat.escalated.top-two", { ratings })).toMatchObject({ part: 1, whole: 2 });
    const engagements = [
      ...["a", "b", "d"].map((id) => engagement({ id, isAnswered: true, endedAt: noon + hour })),
      // Of before it was kept: the handoffs say it. And one that goes on, and one that nobody answered.
      engagement({ id: "e", endedAt: noon + hour }),
      engagement({ id: "f", isAnswered: true }),
      engagement({ id: "g", isAnswered: false, endedAt: noon + hour }),
    ];
    const rows = { ratings, handoffs, engagements };
    expect(figure("csat.escalated.response", rows)).toMatchObject({ part: 2, whole: 4 });
    expect(figure("csat.escalated.response", { ...rows, hasAllEngagements: true })).toMatchObject({ whole: 4 });
    expect(figure("csat.bot", { ratings })).toMatchObject({ count: 1, value: 1 });
  });
});

describe("the rest", () => {
  test("after hours, unneeded, repeated questions and tasks", () => {
    const handoffs = [
      handoff({ openedIn: "holiday", answeredAt: noon + hour, botCouldHave: true, wrongTeam: false, askedAgain: 2 }),
      handoff({ openedIn: "closed", botCouldHave: false, wrongTeam: true, askedAgain: 0 }),
      handoff(),
    ];
    expect(figure("after-hours", { handoffs })).toMatchObject({ part: 2, whole: 3 });
    expect(figure("after-hours.answer", { handoffs })).toMatchObject({ count: 1, meanMs: hour });
    expect(figure("unneeded", { handoffs })).toMatchObject({ part: 1, whole: 2 });
    expect(figure("wrong-team", { handoffs })).toMatchObject({ part: 1, whole: 2 });
    expect(figure("repeat-questions", { handoffs })).toMatchObject({ part: 1, whole: 2 });
    const task = { id: "t", handoffId: "h", createdAt: noon, dueAt: noon + hour, agentId: null, teamId: null };
    const tasks = [
      { ...task, doneAt: noon + hour, isCancelled: false },
      { ...task, doneAt: noon + hour + 1, isCancelled: false },
      { ...task, doneAt: null, isCancelled: false },
      { ...task, doneAt: null, isCancelled: true },
      { ...task, doneAt: noon, isCancelled: false, handoffId: null },
      { ...task, doneAt: null, isCancelled: false, dueAt: noon + 100 * hour },
    ];
    expect(figure("tasks.closed-in-time", { tasks })).toMatchObject({ part: 1, whole: 3 });
  });
});
