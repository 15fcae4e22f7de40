import { describe, expect, test } from "vitest";
import type { ExternalQuestion } from "../../src/core/routing/external.ts";
import { createAskExternal } from "../../src/engine/routing/ask-external.ts";
import type { PostAnswer, PostCall, SignedPost } from "../../src/engine/routing/signed-post.ts";
import { testClock } from "../support/clock.ts";

const question: ExternalQuestion = {
  conversationId: "con_1",
  handoffId: "con_1.h2",
  queueId: "billing",
  reason: "explicit-request",
  priority: "high",
  locale: "de",
  channelKind: "whatsapp",
  enteredQueueAt: Date.UTC(2026, 10, 21, 9),
  agents: [{ id: "anne", openUnits: 1, capacity: 5 }],
};
const call = { id: "con_1.h2.0", url: "https://router.example/choose", question, timeoutMs: 2_000 };
const bytes = (text: string) => new TextEncoder().encode(text);

function service(...answers: readonly (PostAnswer | string)[]) {
  const calls: PostCall[] = [];
  const left = [...answers];
  const post: SignedPost = async (made) => {
    calls.push(made);
    const answer = left.shift() ?? { status: "failed" };
    return typeof answer === "string" ? { status: "answered", body: bytes(answer) } : answer;
  };
  return { calls, post };
}

describe("a company's own service", () => {
  test("is told ids, codes and times: enough to choose by, and nothing that a customer wrote", async () => {
    const { calls, post } = service('{"agentId":"anne"}');
    const ask = createAskExternal({ clock: testClock() }, post);
    expect(await ask(call)).toEqual({ status: "named", agentId: "anne" });
    expect(calls).toMatchObject([{ id: "con_1.h2.0", url: call.url, timeoutMs: 2_000 }]);
    expect(JSON.parse(new TextDecoder().decode(calls[0]?.body))).toEqual({
      type: "route",
      timestamp: "2026-11-21T09:00:00.000Z",
      data: { ...question, enteredQueueAt: "2026-11-21T09:00:00.000Z" },
    });
  });

  test.each([
    ['{"agentId":null}', { status: "named-nobody" }],
    ['{"agentId":"robin","why":"knows them"}', { status: "named", agentId: "robin" }],
    ["{}", { status: "failed", because: "malformed" }],
    ['{"agentId":7}', { status: "failed", because: "malformed" }],
    ['{"agentId":""}', { status: "failed", because: "malformed" }],
    ['"anne"', { status: "failed", because: "malformed" }],
    ["<html>", { status: "failed", because: "malformed" }],
    ["", { status: "failed", because: "malformed" }],
    [`{"agentId":null,"more":"${"x".repeat(20_000)}"}`, { status: "failed", because: "malformed" }],
  ])("that answers %s has said so", async (answer, expected) => {
    const ask = createAskExternal({ clock: testClock() }, service(answer).post);
    expect(await ask(call)).toEqual(expected);
  });

  test.each(["timed-out", "failed", "refused"] as const)("that has %s is no fault of ours", async (status) => {
    const ask = createAskExternal({ clock: testClock() }, service({ status }).post);
    expect(await ask(call)).toEqual({ status: "failed", because: status });
  });

  test("whose call breaks has failed; without a way to call it is not set up", async () => {
    const broken = createAskExternal({ clock: testClock() }, async () => Promise.reject(new Error("no network")));
    expect(await broken(call)).toEqual({ status: "failed", because: "failed" });
    const none = createAskExternal({ clock: testClock() }, null);
    expect(await none(call)).toEqual({ status: "failed", because: "not-set-up" });
  });

  test("is left alone for half a minute after three failures, and nobody else's is", async () => {
    const clock = testClock();
    const { calls, post } = service();
    const ask = createAskExternal({ clock }, post);
    for (let times = 0; times < 3; times++) await ask(call);
    expect(await ask(call)).toEqual({ status: "failed", because: "resting" });
    await ask({ ...call, url: "https://other.example" });
    expect(calls).toHaveLength(4);
    clock.advance(30_000);
    await ask(call);
    expect(calls).toHaveLength(5);
  });

  test("that answers again has its failures forgotten", async () => {
    const failed = { status: "failed" } as const;
    const { calls, post } = service(failed, failed, '{"agentId":null}', failed, failed, '{"agentId":null}');
    const ask = createAskExternal({ clock: testClock() }, post);
    for (let times = 0; times < 6; times++) await ask(call);
    expect(calls).toHaveLength(6);
  });
});
