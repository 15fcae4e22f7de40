import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMetrics } from "../../src/engine/metrics.ts";
import { createSimulate } from "../../src/entry/simulate/simulate-request.ts";
import { type App, createApp } from "../../src/http/app.ts";
import type { Simulate } from "../../src/http/simulate.ts";
import { handoff, rule } from "../core/policies.ts";
import { text } from "../core/settings/examples.ts";
import { adminToken, type Called, read, startTestApp, type TestApp } from "../support/app.ts";
import { sequentialIds } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { recordingLogger } from "../support/recording-logger.ts";

const channel = recordingChannel("main.phone");
let test: TestApp;
let commits = 0;

beforeEach(() => {
  const { store, close } = memoryStore();
  commits = 0;
  const commit: typeof store.commit = (given) => {
    commits += 1;
    return store.commit(given);
  };
  test = startTestApp({ open: { store: { ...store, commit }, close }, moreChannels: [channel] });
});
afterEach(() => test.close());

/** The same engine behind an app that can, or cannot, play scripts. */
function appWith(simulate: Simulate | null): App {
  return createApp({
    ...{ engine: test.engine, store: test.store, channels: new Map([[channel.id, channel]]), adminToken },
    ...{ logger: recordingLogger().logger, metrics: createMetrics(), clock: test.clock, ids: sequentialIds("s") },
    ...{ version: "0.0.0-test", isStopping: () => false, ...(simulate ? { simulate } : {}) },
  });
}

async function post(app: App, body: object): Promise<Called> {
  const headers = { authorization: `Bearer ${adminToken}`, "content-type": "application/json" };
  return read(
    await app.request("/api/v1/settings/simulations", { method: "POST", headers, body: JSON.stringify(body) }),
  );
}

const here = () => appWith(createSimulate({ now: () => 0 }));

async function draft(changes: object): Promise<string> {
  const body = { name: "A draft", changes };
  const created = await test.call("POST", "/api/v1/settings/drafts", { body });
  expect(created.status, created.text).toBe(200);
  return created.json.id;
}

const script = {
  name: "Somebody says hello",
  agents: [{ id: "robin", name: "Robin" }],
  bot: { steps: [], otherwise: { reply: "Happy to help." } },
  steps: [{ customer: "hello" }, { wait: "1s" }, { expect: { phase: "queue", rule: "all" } }],
};

const everything = () =>
  draft({
    "rules/all": rule("all", {
      then: handoff({ destination: { type: "queue", id: "chat" }, notify: [{ type: "agent", id: "robin" }] }),
    }),
    "texts/tried": text("tried", { en: "This is the draft." }, { moment: "handoff.confirmation" }),
  });

describe("a script on a running server", () => {
  it("is played on a draft: what happened, why, what was read, who would have been told", async () => {
    const draftId = await everything();
    const { status, json } = await post(here(), { draftId, script });
    expect([status, json.status, json.passed, json.failed]).toEqual([200, "passed", 2, 0]);
    expect(json).toMatchObject({
      ...{ version: 0, draftId, failures: [] },
      texts: [{ customer: "customer", author: "system", text: "This is the draft.", atMs: 0 }],
      decisions: [
        { customer: "customer", action: "handoff", rule: { id: "all" }, trace: expect.stringContaining("all") },
      ],
      notifications: [
        { kind: "handoff-opened", target: { type: "queue", id: "chat" } },
        { kind: "handoff-opened", target: { type: "agent", id: "robin" } },
        { kind: "request-received", target: { type: "agent", id: "robin" } },
      ],
    });
    const lines = json.timeline.map(({ kind }: { kind: string }) => kind);
    expect(lines).toEqual(expect.arrayContaining(["message", "decision", "why", "told", "check"]));
  });

  it("is played on what is in force, and tells which expectations failed there", async () => {
    await everything();
    const { json } = await post(here(), { script });
    expect(json).toMatchObject({ status: "failed", draftId: null, failed: 2, texts: [{ text: "Happy to help." }] });
    expect(json.failures[0]).toEqual({ step: 3, atMs: 1_000, claim: 'phase: "queue"', problem: 'found "bot"' });
  });

  it("touches nothing that is live (I16)", async () => {
    const draftId = await everything();
    const before = commits;
    await post(here(), { draftId, script });
    await test.settle();
    expect(commits).toBe(before);
    expect([test.delivered, channel.sent]).toEqual([[], []]);
    expect((await test.call("GET", "/api/v1/conversations?phase=queue")).json.items).toEqual([]);
    expect((await test.call("GET", "/api/v1/settings/captured")).json.items).toEqual([]);
  });

  it("may stand for a channel there is", async () => {
    const { kind } = channel;
    const draftId = await draft({
      "rules/phone": rule("phone", {
        when: [
          { type: "channel", is: [kind] },
          { type: "channel", is: [channel.id] },
        ],
      }),
    });
    const steps = [{ customer: "hello" }, { expect: { rule: "phone" } }];
    const onIt = await post(here(), { draftId, script: { ...script, channel: { id: channel.id }, steps } });
    expect(onIt.json.status, onIt.text).toBe("passed");
    expect((await post(here(), { draftId, script: { ...script, steps } })).json.status).toBe("failed");
  });

  it("may bring parts of its own, which are checked", async () => {
    const parts = { "texts/own": text("own", { en: "Nur ein Versuch." }, { moment: "handoff.confirmation" }) };
    const steps = [{ customer: "I want a human" }, { expect: { lastText: "Nur ein Versuch." } }];
    expect((await post(here(), { script: { ...script, parts, steps } })).json.status).toBe("passed");
    const wrong = { "queues/chat": { name: "Chat", teams: ["gone"], limit: null } };
    const refused = await post(here(), { script: { ...script, parts: wrong, steps } });
    expect([refused.status, refused.json.errors[0].path]).toEqual([422, "body.script.parts.queues/chat.teams.0"]);
  });
});

describe("a script that cannot be played", () => {
  it("is refused with the place of every mistake", async () => {
    const steps = [{ customer: "hi" }, { wait: "soon" }, { shout: "loud" }];
    const refused = await post(here(), { script: { ...script, steps } });
    expect(refused.status).toBe(422);
    const paths = refused.json.errors.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(["body.script.steps.1.wait", "body.script.steps.2"]);
    const folder = await post(here(), { script: { ...script, policy: "/etc" } });
    expect(folder.json.errors[0].path).toBe("body.script.policy");
    const long = Array.from({ length: 201 }, () => ({ wait: "1s" }));
    expect((await post(here(), { script: { ...script, steps: long } })).status).toBe(422);
    expect((await post(here(), { draftId: "drf_none", script })).status).toBe(404);
  });

  it("ends when it takes longer than two minutes", async () => {
    let now = 0;
    const slow = appWith(
      createSimulate({
        now: () => {
          now += 1_000;
          return now;
        },
      }),
    );
    const answer = await post(slow, {
      script: { ...script, steps: [{ customer: "I want a human" }, { wait: "30d" }] },
    });
    expect([answer.status, answer.json.detail]).toEqual([422, expect.stringContaining("too much time")]);
    const next = await post(slow, { script });
    expect(next.status).toBe(200);
  });

  it("waits for nobody: while one is played, another is told to come again", async () => {
    const app = here();
    const [one, other] = await Promise.all([post(app, { script }), post(app, { script })]);
    expect([one.status, other.status].sort()).toEqual([200, 503]);
    const refused = one.status === 503 ? one : other;
    expect([refused.json.code, refused.headers.get("retry-after")]).toEqual(["overloaded", "5"]);
  });

  it("is answered with what to do instead where there is no Node", async () => {
    const refused = await post(appWith(null), { script });
    expect([refused.status, refused.json.code]).toEqual([501, "needs-node"]);
    expect(refused.json.detail).toContain("/try");
  });
});
