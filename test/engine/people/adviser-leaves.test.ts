import { expect, test } from "vitest";
import type { Conversation } from "../../../src/core/conversation/state.ts";
import { person } from "../../support/engine.ts";
import { only, start } from "../opened.ts";

const lead = { agentId: null, role: "admin" } as const;

function advisersOf({ control }: Conversation): readonly string[] {
  return control.phase === "human" ? control.advisers : [];
}

/** Kim has it, and Lee reads along. */
async function advised() {
  const started = start();
  for (const id of ["kim", "lee"]) await started.engine.agents.add(person(id));
  await started.write("ada", "I want to talk to a human");
  await started.pass(1_000);
  const { id } = await only(started);
  await started.engine.command(id, { type: "conversation-claimed", agentId: "kim" }, null);
  const asked = { type: "request-made", kind: "discuss", agentId: "lee", byAgentId: "kim", role: null } as const;
  await started.engine.command(id, { ...asked, note: "What would you do?" }, null);
  const [request] = (await started.engine.requests.askedOf("lee"))?.requests ?? [];
  await started.engine.command(id, { type: "request-accepted", agentId: "lee", requestId: request?.id ?? "" }, null);
  return started;
}

test("whoever leaves the company advises nobody any more, and leaves room for others", async () => {
  const started = await advised();
  expect(advisersOf(await only(started))).toEqual(["lee"]);
  expect(await started.engine.people.leave("lee", lead)).toMatchObject({ status: "changed" });
  await started.pass(3_000);
  expect(advisersOf(await only(started))).toEqual([]);
  expect((await started.engine.requests.askedOf("lee"))?.discussions).toEqual([]);
});

test("whoever only goes for a while advises on", async () => {
  const started = await advised();
  await started.engine.people.setPresence("lee", { statusId: null, presence: "away", reason: null }, lead);
  await started.pass(3_000);
  expect(advisersOf(await only(started))).toEqual(["lee"]);
});
