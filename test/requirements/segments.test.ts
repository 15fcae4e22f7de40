import { describe, expect, test } from "vitest";
import { newQueue } from "../../src/core/routing/queue.ts";
import type { Condition } from "../../src/core/rules/rule.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { handoff, rule } from "../core/policies.ts";
import { only, start } from "../engine/opened.ts";
import { startTestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { recordingChannel } from "../support/recording-channel.ts";

/** A customer on this kind of channel asks for a person; where it goes, and who is rung. */
async function askOn(kind: string, starter: Settings = quietSettings) {
  const started = start({ starter, channel: { ...recordingChannel("main.test"), kind } });
  await started.engine.agents.add(person("robin", { teamIds: ["support"] }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(1_000);
  const { control } = await only(started);
  if (control.phase !== "queue") throw new Error(control.phase);
  const { destination, ask } = control.handoff;
  return { queue: destination.id, rung: ask?.pending.map(({ agentId }) => agentId) ?? [] };
}

describe("as the settings begin", () => {
  test("a chat rings whoever is there, and an e-mail waits to be pulled by those who answer e-mail", async () => {
    expect(await askOn("web")).toEqual({ queue: "chat", rung: ["robin"] });
    expect(await askOn("whatsapp")).toEqual({ queue: "chat", rung: ["robin"] });
    expect(await askOn("email")).toEqual({ queue: "e-mail", rung: [] });
  });
});

test("rules of the lead's tell web, e-mail and any other kind of channel apart", async () => {
  const kinds = ["web", "email", "in-app"];
  const queues = kinds.map((kind) => newQueue({ id: `from-${kind}`, name: kind, teams: ["support"] }));
  const rules = kinds.map((kind, position) =>
    rule(kind, {
      position,
      when: [{ type: "channel", is: [kind] }],
      then: handoff({ destination: { type: "queue", id: `from-${kind}` } }),
    }),
  );
  const starter: Settings = {
    ...quietSettings,
    queues: { ...quietSettings.queues, ...Object.fromEntries(queues.map((queue) => [queue.id, queue])) },
    rules: Object.fromEntries(rules.map((one) => [one.id, one])),
  };
  for (const kind of kinds) expect((await askOn(kind, starter)).queue).toBe(`from-${kind}`);
});

describe("what is known of a customer", () => {
  const conditions: readonly (readonly [what: string, condition: Condition, details: object, says: string])[] = [
    [
      "the plan they pay for",
      { type: "property", name: "plan", is: ["business"], mustBeTrusted: true },
      { properties: { plan: "business" } },
      "I want to talk to a human",
    ],
    ["a tag", { type: "tag", is: ["vip"] }, { addTags: ["vip"] }, "I want to talk to a human"],
    ["their language", { type: "language", is: ["de"] }, {}, "Ich möchte bitte mit einem Menschen sprechen"],
  ];

  test.each(conditions)("%s sends them to a queue of their own, and nobody else", async (_what, one, details, says) => {
    const app = startTestApp({ open: memoryStore() });
    const changes = {
      "queues/own": newQueue({ id: "own", name: "Own", teams: ["support"] }),
      "rules/own": rule("own", {
        position: 0,
        when: [{ type: "signal", is: ["explicit-request"] }, one],
        then: handoff({ destination: { type: "queue", id: "own" } }),
      }),
    };
    const draft = await app.call("POST", "/api/v1/settings/drafts", { body: { name: "Own", changes } });
    const published = await app.call("POST", `/api/v1/settings/drafts/${draft.json.id}/publish`, { body: {} });
    expect(published.status, published.text).toBe(200);

    const queueOf = async (from: string, known: object, text: string) => {
      const { json } = await app.write("hello", { from });
      await app.settle();
      const conversation = `/api/v1/conversations/${json.conversationId}`;
      if (Object.keys(known).length > 0) await app.call("PATCH", conversation, { body: known });
      await app.write(text, { from });
      await app.settle();
      return (await app.call("GET", conversation)).json.handoff.destination.id;
    };
    expect(await queueOf("ada", details, says)).toBe("own");
    expect(await queueOf("ben", {}, "I want to talk to a human")).toBe("chat");
    await app.close();
  });
});
