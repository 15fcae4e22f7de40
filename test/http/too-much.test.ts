import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeIssues } from "../../src/http/describe-issues.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { testClock } from "../support/clock.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const sleeping: number[] = [];
let test: TestApp;

beforeEach(() => {
  sleeping.length = 0;
  const sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      sleeping.push(ms);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  test = startTestApp({ open: memoryStore(), clock: { ...testClock(), sleep } });
});
afterEach(() => test.close());

describe("asking for more than somebody needs", () => {
  it("leaves nothing running where only the headers of the feed were asked for", async () => {
    const before = sleeping.length;
    const answer = await test.call("HEAD", "/api/v1/feed");
    expect(answer.status).toBe(200);
    expect(sleeping).toHaveLength(before);
  });

  it("describes the first of very many fields that are not known, and looks at no other", () => {
    let looked = 0;
    const keys = new Proxy(
      Array.from({ length: 500_000 }, (_, index) => `field-${index}`),
      {
        get(all, key) {
          if (typeof key === "string" && /^\d+$/.test(key)) looked += 1;
          return Reflect.get(all, key);
        },
      },
    );
    const issue = { code: "unrecognized_keys" as const, keys, path: [], message: "", input: {} };
    expect(describeIssues("body", [issue])).toHaveLength(10);
    expect(looked).toBe(10);
  });

  it("takes no rule book where a single message is tried", async () => {
    const body = { text: "hello", padding: "x".repeat(100_000) };
    expect((await test.call("POST", "/api/v1/settings/try", { body })).status).toBe(413);
    expect(
      (await test.call("POST", "/api/v1/settings/simulations", { body: { script: "x".repeat(1_100_000) } })).status,
    ).toBe(413);
  });
});

describe("a key that speaks for nobody and may not change people", () => {
  it("cannot say that somebody's console is there", async () => {
    await test.engine.agents.add(person("robin", { presence: "offline" }));
    const scopes = ["conversations:write", "conversations:read"];
    const made = await test.call("POST", "/api/v1/keys", { body: { name: "console", scopes } });
    const seen = await test.call("POST", "/api/v1/agents/robin/seen", { token: made.json.token });
    expect([seen.status, seen.json.code]).toEqual([403, "missing-scope"]);
    expect((await test.call("GET", "/api/v1/agents/robin")).json.presence).toBe("offline");
  });
});
