import { describe, expect, test } from "vitest";
import { webhookVerifier } from "../../adapters/kit/standard-webhooks.ts";
import { createSignedPost } from "../../src/entry/signed-post.ts";
import { secretText, webhookSecret } from "../adapters/kit/secrets.ts";

const secret = webhookSecret(secretText);
const clock = { now: () => Date.UTC(2026, 10, 21, 9) };
const call = {
  id: "con_1.h2.0",
  url: "https://router.example/choose",
  body: new TextEncoder().encode('{"type":"route"}'),
  timeoutMs: 1_000,
  maxAnswerBytes: 100,
};
const never = new AbortController().signal;

function answering(answer: (init: RequestInit) => Promise<Response>) {
  const seen: RequestInit[] = [];
  const fetch = async (_url: URL, init: RequestInit) => {
    seen.push(init);
    return answer(init);
  };
  return { seen, post: createSignedPost([secret], { fetch, clock }) };
}

describe("a signed call to a company's own service", () => {
  test("can be verified, and gives back what was answered", async () => {
    const { seen, post } = answering(async () => new Response('{"agentId":"anne"}'));
    const answer = await post(call, never);
    expect(answer.status === "answered" && new TextDecoder().decode(answer.body)).toBe('{"agentId":"anne"}');
    const headers = new Headers(seen[0]?.headers as Record<string, string>);
    const verify = webhookVerifier([secret]);
    expect(await verify({ headers, nowMs: clock.now(), body: call.body })).toEqual({ status: "verified", id: call.id });
  });

  test.each([
    ["refused", async () => new Response("no", { status: 500 })],
    ["refused", async () => new Response(null, { status: 302, headers: { location: "https://elsewhere.example" } })],
    ["failed", async () => Promise.reject(new TypeError("fetch failed"))],
    ["failed", async () => new Response("x".repeat(101))],
  ] as const)("is %s where it goes wrong", async (status, answer) => {
    expect(await answering(answer).post(call, never)).toEqual({ status });
  });

  test("times out", async () => {
    const { post } = answering(
      (init) =>
        new Promise((_resolve, reject) => init.signal?.addEventListener("abort", () => reject(init.signal?.reason))),
    );
    expect(await post({ ...call, timeoutMs: 5 }, never)).toEqual({ status: "timed-out" });
  });

  test.each(["http://router.example", "https://localhost/choose", "https://169.254.169.254/", "https://10.0.0.1/"])(
    "does not go to %s",
    async (url) => {
      const { seen, post } = answering(async () => new Response("{}"));
      expect(await post({ ...call, url }, never)).toEqual({ status: "refused" });
      expect(seen).toEqual([]);
    },
  );
});
