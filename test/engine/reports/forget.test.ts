import { describe, expect, test } from "vitest";
import { requestIdOf } from "../../../src/core/requests/ask.ts";
import type { Command } from "../../../src/engine/commands.ts";
import { all, tables } from "../../../src/engine/reports/documents.ts";
import { person } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { only, start } from "../opened.ts";
import { counted } from "./count.ts";

const hour = 3_600_000;

/** A request is declined and a handoff ended in words of their own; `hours` later its customer is erased. */
async function erasedAfter(hours: number) {
  const { store, close: closeStore } = memoryStore();
  const started = start({ store: { store, close: closeStore } });
  await started.engine.start();
  await started.engine.agents.add(person("robin"));
  await started.write("ada", "I want to talk to a human");
  await started.pass(0);
  const { id, customerId, control } = await only(started);
  const asked = control.phase === "queue" ? control.handoff.ask?.pending[0] : undefined;
  const requestId = requestIdOf(id, asked?.recordSeq ?? 0);
  const does = (command: Command) => started.engine.command(id, command, null);
  await does({ type: "request-rejected", requestId, agentId: "robin", reason: "Ada Lovelace again" });
  await does({ type: "conversation-claimed", agentId: "robin" });
  const wrapUp = { outcome: "told Lovelace to wait", botCouldHave: false, wrongTeam: false };
  await does({ type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp });
  await started.pass(hours * hour);
  const exported = async () => {
    let text = "";
    const span = { from: 0, to: started.clock.now() + 1 };
    for (const table of ["handoffs", "requests", "engagements"] as const) {
      for await (const piece of started.engine.reports.rows({ table, span, filters: {}, format: "csv" })) text += piece;
    }
    return text;
  };
  const view = { view: tables.requests.view, key: all, limit: 10, order: "ascending", cursor: null } as const;
  const isPacked = (await store.query(view)).items.length === 0;
  const before = { report: await counted(started), rows: await exported() };
  expect(await started.engine.erase(customerId)).toBe(true);
  return { isPacked, before, after: { report: await counted(started), rows: await exported() } };
}

describe("when a customer is erased", () => {
  test.each([
    ["stand by themselves", 0],
    ["are in blocks", 3],
  ])("what people wrote goes from rows that %s, and what was counted stays", async (_, hours) => {
    const { isPacked, before, after } = await erasedAfter(hours);
    expect(isPacked).toBe(hours > 0);
    expect(before.rows.match(/Lovelace/g)).toHaveLength(2);
    expect(after.rows).not.toMatch(/Lovelace/);
    expect(after.rows.split("\r\n")).toHaveLength(before.rows.split("\r\n").length);
    const { "requests.rejected.reasons": _reasons, ...figures } = after.report.total;
    expect(before.report.total).toMatchObject(figures);
    expect(figures).toMatchObject({ handoffs: { value: 1 }, "requests.rejected": { part: 1 } });
  });
});
