import { describe, expect, test } from "vitest";
import type { HandoffRow } from "../../../src/core/reports/handoff-row.ts";
import { requestIdOf } from "../../../src/core/requests/ask.ts";
import { tables } from "../../../src/engine/reports/documents.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { only, start } from "../opened.ts";
import { counted, figures } from "./count.ts";

const second = 1_000;
const minute = 60_000;

async function waiting(agents = [person("robin"), person("kim", { presence: "away" })], starter = quietSettings) {
  const open = memoryStore();
  const started = start({ store: open, starter });
  for (const agent of agents) await started.engine.agents.add(agent);
  await started.write("ada", "Hello, where is my order 4711-0815?");
  await started.pass(second);
  await started.write("ada", "I want to talk to a human");
  await started.pass(0);
  const { id } = await only(started);
  const row = async (): Promise<HandoffRow> => {
    const view = { view: tables.handoffs.view, key: "all", limit: 1, cursor: null } as const;
    const page = await open.store.query({ ...view, order: "descending" });
    return page.items[0]?.body as HandoffRow;
  };
  return { ...started, id, row, store: open.store };
}

async function answerRequest(started: TestEngine & { readonly id: string }, how: "accepted" | "rejected") {
  const { control, id } = await only(started);
  const asked = control.phase === "queue" ? control.handoff.ask?.pending[0] : undefined;
  if (!asked) throw new Error("nobody is asked");
  const request = { requestId: requestIdOf(id, asked.recordSeq), agentId: asked.agentId };
  const command =
    how === "accepted"
      ? ({ type: "request-accepted", ...request } as const)
      : ({ type: "request-rejected", ...request, reason: "busy" } as const);
  return started.engine.command(id, command, null);
}

describe("the rows of reports", () => {
  test("follow a handoff from its opening to its end, in the very commits that change it", async () => {
    const started = await waiting();
    const openedAt = started.clock.now();
    expect(await started.row()).toMatchObject({
      phase: "waiting",
      openedAt,
      asked: 1,
      agentId: null,
      engagementId: `${started.id}.e1`,
    });
    await started.pass(10 * second);
    await answerRequest(started, "accepted");
    expect(await started.row()).toMatchObject({
      phase: "held",
      agentId: "robin",
      ringMs: 10 * second,
      takenAt: openedAt + 10 * second,
    });
    await started.pass(20 * second);
    await started.engine.command(started.id, { type: "agent-replied", agentId: "robin", text: "Here I am" }, null);
    const answer = { type: "agent-replied", agentId: "robin", text: "What is it?" } as const;
    await started.pass(minute);
    await started.engine.command(started.id, answer, null);
    const wrapUp = { outcome: "helped", botCouldHave: true, wrongTeam: false };
    const close = { type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp } as const;
    await started.engine.command(started.id, close, null);
    await started.pass(0);
    expect(await started.row()).toMatchObject({
      ...{
        phase: "ended",
        outcome: "resolved",
        answeredAt: openedAt + 30 * second,
        botCouldHave: true,
        wrapUp: "helped",
      },
      endedAt: openedAt + 90 * second,
    });
    expect(await figures(started)).toMatchObject({
      "first-response.total": { count: 1, p50Ms: 30 * second },
      "first-response.queue": { p50Ms: 0 },
      "first-response.ring": { p50Ms: 10 * second },
      "first-response.typing": { p50Ms: 20 * second },
      "handoff-rate": { part: 1, whole: 1 },
      "service-level": { part: 1, whole: 1 },
      "requests.accepted": { part: 1, whole: 1 },
      unneeded: { part: 1, whole: 1 },
    });
  });

  test("say that a customer did not want to wait any more", async () => {
    const started = await waiting([]);
    await started.pass(minute);
    await started.engine.command(started.id, { type: "wait-chosen", choice: "cancel" }, null);
    expect(await started.row()).toMatchObject({ phase: "ended", outcome: "cancelled" });
    expect(await figures(started)).toMatchObject({ abandonment: { part: 1, whole: 1 }, "handoff-rate": { part: 1 } });
  });

  test("say that a person gave it back to the bot without a word", async () => {
    const started = await waiting();
    await answerRequest(started, "accepted");
    await started.engine.command(started.id, { type: "conversation-handed-back", agentId: "robin", note: null }, null);
    expect(await started.row()).toMatchObject({ phase: "ended", outcome: "given-to-bot" });
    expect(await figures(started)).toMatchObject({ "bounces.bot": { part: 1, whole: 1 } });
  });

  test("know who declined, and why", async () => {
    const started = await waiting();
    await answerRequest(started, "rejected");
    await started.pass(0);
    const report = await counted(started, { name: "requests", by: ["agent"] });
    expect(report.groups).toMatchObject([{ key: ["robin"] }]);
    expect(report.groups[0]?.figures).toMatchObject({
      "requests.rejected": { part: 1, whole: 1 },
      "requests.rejected.reasons": { items: [{ name: "busy", count: 1 }] },
    });
  });

  test("are none of tests", async () => {
    const ada = { id: "ada", channel: "main.test", address: "ada", draftId: null };
    const started = await waiting([person("robin")], { ...quietSettings, testIdentities: { ada } });
    expect(await started.row()).toBeUndefined();
    expect(await figures(started)).toMatchObject({ handoffs: { value: 0 }, "handoff-rate": { whole: 0 } });
    await started.write("ben", "I want to talk to a human");
    await started.pass(0);
    expect(await figures(started)).toMatchObject({ handoffs: { value: 1 } });
  });

  test("are not written again by messages that change nothing in them", async () => {
    const started = await waiting();
    await answerRequest(started, "accepted");
    const versionOf = async () => {
      const { id } = await started.row();
      const stored = await started.store.load([
        { kind: tables.handoffs.kind, id },
        { kind: tables.engagements.kind, id: `${started.id}.e1` },
      ]);
      return stored.map((document) => document?.version);
    };
    await started.engine.command(started.id, { type: "agent-replied", agentId: "robin", text: "Yes?" }, null);
    await started.pass(0);
    const before = await versionOf();
    for (let count = 0; count < 3; count++) {
      await started.write("ada", `And another thing ${count}`);
      await started.engine.command(started.id, { type: "agent-replied", agentId: "robin", text: "I see" }, null);
      await started.pass(second);
    }
    expect(await versionOf()).toEqual(before);
  });

  test("note what a person asked for although the packet said it", async () => {
    const started = await waiting();
    await answerRequest(started, "accepted");
    const ask = { type: "agent-replied", agentId: "robin", text: "Could you tell me your order number?" } as const;
    await started.engine.command(started.id, ask, null);
    expect(await started.row()).toMatchObject({ askedAgain: null });
    await started.engine.command(
      started.id,
      { type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null },
      null,
    );
    await started.pass(0);
    expect(await started.row()).toMatchObject({ askedAgain: 1 });
  });
});
