import { describe, expect, test } from "vitest";
import { durationsOf } from "../../../src/core/reports/durations.ts";
import type { EngagementRow } from "../../../src/core/reports/engagement-row.ts";
import type { HandoffRow } from "../../../src/core/reports/handoff-row.ts";
import type { Rule } from "../../../src/core/rules/rule.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import type { SlaPolicy } from "../../../src/core/sla/sla-policy.ts";
import { dayMs, dayOf, type StoredTable } from "../../../src/engine/reports/documents.ts";
import { packRowsAtRest } from "../../../src/engine/reports/pack-rows.ts";
import { handoff, rule } from "../../core/policies.ts";
import type { TestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { start } from "../opened.ts";
import { counted } from "./count.ts";
import { logsOf, playHistory, request } from "./play-history.ts";
import { type Counted, type Recount, recount } from "./recount.ts";

const minute = 60_000;
const targets = { first: 2 * minute, next: minute, resolution: 5 * minute };
const nothing = { notify: [], priority: null, queue: null } as const;
const policy: SlaPolicy = {
  ...{ id: "all", name: "Everybody", position: 1, hours: "always", warnAtPercent: 75 },
  applies: { priorities: [], channels: [], teams: [] },
  targets: { firstResponse: 2, nextResponse: 1, resolution: 5 },
  ...{ onWarning: nothing, onBreach: nothing },
};
const flagged: Rule = rule("flagged", {
  when: [{ type: "signal", is: ["flag"] }],
  then: handoff({ destination: { type: "team", id: "support" } }),
});
const promising: Settings = {
  ...quietSettings,
  rules: { ...quietSettings.rules, flagged },
  slas: { all: policy },
  // Whoever lets something ring is asked again all the same.
  people: { ...quietSettings.people, missedBeforeAway: null },
};
/** Who asks for a person gets an offer first, and goes on with the bot when they do not take it. */
const offering: Settings = {
  ...promising,
  rules: { flagged },
  detection: {
    ...quietSettings.detection,
    signals: { ...quietSettings.detection.signals, "explicit-request": "offer" },
  },
};

async function again(started: TestEngine): Promise<Recount> {
  const asks = (text: string) => text === request;
  return recount(await logsOf(started), { targets, now: started.clock.now(), asks });
}

async function rowsOf<Row>({ engine, clock }: TestEngine, table: StoredTable): Promise<readonly Row[]> {
  const span = { from: 0, to: clock.now() + 1 };
  let text = "";
  for await (const piece of engine.reports.rows({ table, span, filters: {}, format: "json" })) text += piece;
  return (JSON.parse(text) as { items: readonly Row[] }).items;
}

/** What a row says of a handoff, in the words of the recount. */
function rowOf({ parts, promised, answer, ...each }: Counted) {
  return {
    conversationId: each.conversationId,
    engagementId: each.engagement,
    answeredBy: answer?.agentId ?? null,
    answerWaitedMs: parts && parts.queue + parts.ring,
    answerRingMs: parts?.ring ?? null,
    reassigned: each.reassigned,
    returned: each.returned,
    hadTwice: new Set(each.owners.map(({ agentId }) => agentId)).size < each.owners.length,
    isPromised: promised?.first != null,
    nextPromised: promised?.nextPromised,
    nextMissed: promised?.nextMissed,
    isResolutionPromised: promised?.resolution != null,
  };
}

function totalsOf(found: Recount) {
  const { cases } = found;
  const whole = cases.length;
  const having = (is: (each: Counted) => boolean) => cases.filter(is).length;
  const sum = (of: (each: Counted) => number) => cases.reduce((total, each) => total + of(each), 0);
  const lengths = (of: (each: Counted) => number | null) => durationsOf(cases.flatMap((each) => of(each) ?? []));
  const bot = found.botEngagements.size;
  return {
    handoffs: { value: whole },
    "first-response.total": lengths(({ responseMs }) => responseMs),
    "first-response.queue": lengths(({ parts }) => parts?.queue ?? null),
    "first-response.ring": lengths(({ parts }) => parts?.ring ?? null),
    "first-response.typing": lengths(({ parts }) => parts?.typing ?? null),
    "first-response.open-age": { count: having(({ answer, end }) => answer === null && end === null) },
    "sla.missed": {
      part: having(({ promised }) => promised?.first?.isMissed === true),
      whole: having(({ promised }) => promised?.first != null),
    },
    "sla.next-missed": {
      part: sum(({ promised }) => promised?.nextMissed ?? 0),
      whole: sum(({ promised }) => promised?.nextPromised ?? 0),
    },
    "sla.resolution-missed": {
      part: having(({ promised }) => promised?.resolution?.isMissed === true),
      whole: having(({ promised }) => promised?.resolution != null),
    },
    "service-level": { part: found.takenWithinMinute },
    abandonment: { part: found.abandoned, whole: whole - found.shortAbandons },
    "abandonment.short": { value: found.shortAbandons },
    "reassignments.twice": { part: having(({ reassigned }) => reassigned >= 2), whole },
    bounces: { part: having((each) => each.isQueueBounce || each.isOfferBounce), whole },
    "bounces.queue": { part: having(({ isQueueBounce }) => isQueueBounce), whole },
    "bounces.offer": { part: having(({ isOfferBounce }) => isOfferBounce), whole },
    "bounces.bot": { part: found.backToBotUnanswered },
    "requests.accepted": { part: found.requests.accepted },
    "requests.rejected": { part: found.requests.rejected },
    "requests.timed-out": { part: found.requests["timed-out"] },
    "handoff-rate": { part: found.handedOver, whole: bot },
    "containment.loose": { part: bot - found.handedOver, whole: bot },
    "handoffs.missed": { part: found.missedHandoffs, whole: bot - found.handedOver },
  };
}

describe("figures counted again from the logs", () => {
  test.each([
    { name: "everybody who asks gets a person", seed: 1, starter: promising },
    { name: "everybody who asks gets a person", seed: 42, starter: promising },
    { name: "a person is offered first", seed: 7, starter: offering },
  ])("are the same, before and after packing ($name, played by $seed)", { timeout: 60_000 }, async (played) => {
    const open = memoryStore();
    const started = start({ store: open, starter: played.starter });
    await playHistory(started, played.seed);
    const found = await again(started);
    expect(found.cases.length).toBeGreaterThan(10);
    expect(found.requests.rejected + found.requests.accepted).toBeGreaterThan(3);
    const before = await counted(started, { by: ["agent", "day"] });
    expect(before.total).toMatchObject(totalsOf(found));
    const { clock } = started;
    const packing = { store: open.store, clock };
    expect(await packRowsAtRest(packing, (dayOf(clock.now()) + 1) * dayMs, async () => undefined)).toBeGreaterThan(10);
    expect(await counted(started, { by: ["agent", "day"] })).toEqual(before);
  });

  test.each([promising, offering])(
    "are the same row by row, and person by person",
    { timeout: 60_000 },
    async (starter) => {
      const started = start({ starter });
      await playHistory(started, 4);
      const found = await again(started);
      const inOrder = <Row extends { readonly conversationId: string; readonly openedAt: number }>(
        rows: readonly Row[],
      ) =>
        rows.toSorted(
          (one, other) => one.conversationId.localeCompare(other.conversationId) || one.openedAt - other.openedAt,
        );
      const rows = await rowsOf<Omit<HandoffRow, "openedAt"> & { readonly openedAt: string }>(started, "handoffs");
      const dated = rows.map((row) => ({ ...row, openedAt: Date.parse(row.openedAt) }));
      expect(inOrder(dated)).toMatchObject(inOrder(found.cases).map(rowOf));

      const engagements = await rowsOf<EngagementRow>(started, "engagements");
      const opened = Map.groupBy(found.cases, ({ engagement }) => engagement);
      for (const { id, handoffs, botSpoke, isAnswered } of engagements) {
        expect({ id, handoffs, botSpoke, isAnswered }).toEqual({
          id,
          handoffs: opened.get(id)?.length ?? 0,
          botSpoke: found.botEngagements.has(id),
          isAnswered: opened.get(id)?.some(({ answer }) => answer !== null) ?? false,
        });
      }
      const { groups } = await counted(started, { name: "first-response", by: ["agent"] });
      for (const { key, figures } of groups) {
        const theirs = found.cases.filter(({ answer }) => answer && answer.agentId === key[0]);
        const times = durationsOf(theirs.flatMap(({ responseMs }) => responseMs ?? []));
        expect([key, figures["first-response.total"]]).toMatchObject([key, times]);
      }
    },
  );
});
