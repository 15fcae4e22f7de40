import { describe, expect, test } from "vitest";
import type { SlaPolicy } from "../../src/core/sla/sla-policy.ts";
import { person } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { only, start } from "./opened.ts";

const nothing = { notify: [], priority: null, queue: null } as const;
const policy: SlaPolicy = {
  ...{ id: "all", name: "Everybody", position: 1, hours: "always", warnAtPercent: 75 },
  applies: { priorities: [], channels: [], teams: [] },
  targets: { firstResponse: 8, nextResponse: 4, resolution: null },
  onWarning: { ...nothing, notify: [{ type: "agent", id: "lee" }], priority: "high" },
  onBreach: { ...nothing, notify: [{ type: "agent", id: "lee" }], queue: "e-mail" },
};
const starter = { ...quietSettings, slas: { all: policy } };
const minute = 60_000;

async function waiting() {
  const started = start({ starter });
  await started.engine.agents.add(person("lee", { role: "lead", presence: "away" }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(0);
  return started;
}

const promiseOf = async (started: ReturnType<typeof start>) => (await only(started)).engagement.sla?.state;
const handoffOf = async (started: ReturnType<typeof start>) => {
  const { control } = await only(started);
  return control.phase === "queue" || control.phase === "human" ? control.handoff : null;
};

describe("what was promised about answers", () => {
  test("warns and breaks at its own instant: hurries, then goes elsewhere, with nobody having looked", async () => {
    const started = await waiting();
    await started.pass(6 * minute - 1);
    expect((await handoffOf(started))?.priority).toBe("normal");
    await started.pass(1);
    expect((await handoffOf(started))?.priority).toBe("high");
    expect((await promiseOf(started))?.firstResponse.reached).toBe("warning");
    await started.pass(2 * minute);
    expect((await promiseOf(started))?.firstResponse.reached).toBe("breach");
    expect((await handoffOf(started))?.destination).toMatchObject({ type: "queue", id: "e-mail" });
  });

  test("is kept by a person's first words; while the customer is awaited nothing runs", async () => {
    const started = await waiting();
    const { id } = await only(started);
    await started.pass(3 * minute);
    await started.engine.command(id, { type: "conversation-claimed", agentId: "lee" }, null);
    await started.engine.command(id, { type: "agent-replied", agentId: "lee", text: "Which order is it?" }, null);
    await started.pass(60 * minute);
    expect(await promiseOf(started)).toMatchObject({
      firstResponse: { phase: "met", reached: "none" },
      nextResponse: null,
    });
    await started.write("ada", "The one of Monday");
    await started.pass(4 * minute);
    expect(await promiseOf(started)).toMatchObject({ nextResponse: { phase: "running", reached: "breach" } });
  });

  test("goes on where it was when the conversation goes to somebody else", async () => {
    const started = await waiting();
    const { id } = await only(started);
    await started.engine.agents.add(person("kim"));
    await started.engine.command(id, { type: "conversation-claimed", agentId: "lee" }, null);
    const before = (await promiseOf(started))?.firstResponse.breachAt;
    await started.pass(2 * minute);
    const assigned = { type: "conversation-assigned", agentId: "kim", byAgentId: "lee" } as const;
    await started.engine.command(id, { ...assigned, evenIfAway: false, jobId: null, tellsCustomer: true }, null);
    expect((await only(started)).control).toMatchObject({ phase: "human", agentId: "kim" });
    expect((await promiseOf(started))?.firstResponse.breachAt).toBe(before);
  });

  test("ends with the conversation, under the promise that held", async () => {
    const started = await waiting();
    const { id } = await only(started);
    await started.engine.command(
      id,
      { type: "conversation-closed", agentId: null, outcome: "resolved", wrapUp: null },
      null,
    );
    await started.pass(30 * minute);
    expect(await promiseOf(started)).toMatchObject({
      policyId: "all",
      firstResponse: { phase: "cancelled", reached: "none" },
    });
  });
});
