import { describe, expect, test } from "vitest";
import { durationsOf } from "../../../src/core/reports/durations.ts";
import type { EngagementRow } from "../../../src/core/reports/engagement-row.ts";
import type { HandoffRow } from "../../../src/core/reports/handoff-row.ts";
import { dayMs, dayOf, type StoredTable } from "../../../src/engine/reports/documents.ts";
import { packRowsAtRest } from "../../../src/engine/reports/pack-rows.ts";
import type { TestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { start } from "../opened.ts";
import { counted } from "./count.ts";
import { countedAgain, offering, promising, totalsOf } from "./counted-again.ts";
import { playHistory } from "./play-history.ts";
import type { Counted } from "./recount.ts";

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

describe("figures counted again from the logs", () => {
  test.each([
    { name: "everybody who asks gets a person", seed: 1, starter: promising },
    { name: "everybody who asks gets a person", seed: 42, starter: promising },
    { name: "a person is offered first", seed: 7, starter: offering },
  ])("are the same, before and after packing ($name, played by $seed)", { timeout: 60_000 }, async (played) => {
    const open = memoryStore();
    const started = start({ store: open, starter: played.starter });
    await playHistory(started, played.seed);
    const found = await countedAgain(started);
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
      const found = await countedAgain(started);
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
