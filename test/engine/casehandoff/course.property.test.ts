import fc from "fast-check";
import { expect, it } from "vitest";
import { countItems, totals } from "../../../src/core/casehandoff/counts.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

type Step = "work" | "stop" | "continue" | "undo" | "force" | "give-away" | "close" | "write" | "wait";

const anySteps = fc.array(
  fc.constantFrom<Step>("work", "stop", "continue", "undo", "force", "give-away", "close", "write", "wait"),
  { minLength: 3, maxLength: 9 },
);

async function take(office: Office, step: Step, id: string, ids: readonly string[], turn: number): Promise<void> {
  const { caseHandoffs, command, settleAll } = office.engine;
  const one = ids[turn % ids.length] ?? "";
  const { control } = await office.conversation(one);
  switch (step) {
    case "work":
      await settleAll();
      return;
    case "stop":
      await Promise.all([settleAll(), caseHandoffs.stop(id, "key:lead")]);
      return;
    case "continue":
      await caseHandoffs.proceed(id, "key:lead");
      return;
    case "undo":
    case "force":
      await caseHandoffs.undo(id, { by: "key:lead", isForced: step === "force" });
      return;
    case "give-away": {
      const assigned = { type: "conversation-assigned", agentId: "bob", byAgentId: null, evenIfAway: true } as const;
      await Promise.all([settleAll(), command(one, { ...assigned, jobId: null, tellsCustomer: false }, null)]);
      return;
    }
    case "close":
      if (control.phase !== "human") return;
      await Promise.all([
        command(
          one,
          { type: "conversation-closed", agentId: control.agentId, outcome: "resolved", wrapUp: null },
          null,
        ),
        settleAll(),
      ]);
      return;
    case "write":
      await Promise.all([office.write(`customer-${(turn % ids.length) + 1}`, "And now?"), settleAll()]);
      return;
    case "wait":
      await office.pass(60_000);
  }
}

/** What is always so, whoever does what in between. */
async function expectSound(office: Office, id: string, ids: readonly string[]): Promise<void> {
  const [handoff, items] = [await office.now(id), await office.items(id)];
  expect(totals(handoff.counts)).toEqual(totals(countItems(items)));
  expect(items).toHaveLength(handoff.plan?.total ?? 0);
  const people = await office.engine.agents.list();
  for (const conversationId of ids) {
    const { control } = await office.conversation(conversationId);
    const holders = people.filter(
      ({ holds }) => holds[conversationId]?.as === "open" || holds[conversationId]?.as === "idle",
    );
    const owner = control.phase === "human" ? [control.agentId] : [];
    expect(holders.map((agent) => agent.id)).toEqual(owner);
    const { items: records } = await office.engine.conversations.records(conversationId, { limit: 200, afterSeq: 0 });
    const moves = records.filter((record) => record.type === "control" && record.reason.code === "moved");
    // Out at most once, and back at most once.
    expect(moves.length).toBeLessThanOrEqual(2);
  }
  for (const { holds, capacity } of people) {
    const units = Object.values(holds).reduce((sum, held) => sum + (held.as === "idle" ? 0 : held.units), 0);
    expect(units).toBeLessThanOrEqual(capacity);
  }
}

it("counts what is, moves nothing twice and overloads nobody, whatever people do meanwhile", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, fc.integer({ min: 2, max: 12 }), async (steps, capacity) => {
      const office = await openOffice([staff("lea"), staff("kim", { capacity }), staff("bob")]);
      const ids = await office.give("lea", 6);
      const { id } = await office.draft("lea", to("kim"));
      await office.verify(id);
      await office.start(id);
      for (const [turn, step] of steps.entries()) {
        await take(office, step, id, ids, turn);
        await expectSound(office, id, ids);
      }
    }),
    { numRuns: 25 },
  );
});
