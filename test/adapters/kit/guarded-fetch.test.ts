import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { foreignUrls, operatorUrls } from "../../../adapters/kit/check-url.ts";
import { guardedFetch } from "../../../adapters/kit/guarded-fetch.ts";
import { retryAfterMs } from "../../../adapters/kit/retry-after.ts";
import { answerStatus, hangUp, neverAnswer, type OutsideServer, openOutsideServer } from "./outside-server.ts";

const now = Date.parse("2026-11-20T10:00:00Z");
const tools = { fetch, clock: { now: () => now } };
let outside: OutsideServer;
beforeEach(async () => {
  outside = await openOutsideServer();
});
afterEach(() => outside.close());

type Options = Partial<Parameters<typeof guardedFetch>[1]>;

function call(options: Options = {}, signal = new AbortController().signal) {
  return guardedFetch(
    tools,
    {
      url: outside.url,
      policy: operatorUrls,
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: new TextEncoder().encode("hello"),
      timeoutMs: 5_000,
      maxResponseBytes: 100,
      ...options,
    },
    signal,
  );
}

describe("a call that goes well", () => {
  test("gives the answer's bytes", async () => {
    outside.answerWith((response, { body }) => response.writeHead(201).end(`got ${body}`));
    const result = await call();
    expect(result).toMatchObject({ status: "ok", httpStatus: 201 });
    expect(result.status === "ok" && new TextDecoder().decode(result.body)).toBe("got hello");
  });

  test("sends the view of a larger buffer, not its neighbours", async () => {
    await call({ body: new TextEncoder().encode("secret hello secret").subarray(7, 12) });
    expect(outside.calls[0]?.body.toString()).toBe("hello");
  });

  test("uses its connections again, as bare fetch does", async () => {
    outside.answerWith((response) => response.end("x".repeat(50)));
    for (let count = 0; count < 20; count++) await call({ isBodyIgnored: true });
    // Node's fetch may open a second one before the first is free again.
    expect(outside.connectionCount()).toBeLessThanOrEqual(2);
  });

  test("leaves nothing behind on a signal that lives on", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await call({}, signal);
    outside.answerWith(answerStatus(500));
    await call({}, signal);
    expect(added).toHaveBeenCalledTimes(2);
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});

describe("a call that fails", () => {
  test.each([
    [301, "failed", false],
    [307, "failed", false],
    [400, "failed", false],
    [401, "failed", false],
    [404, "failed", false],
    [410, "failed", false],
    [408, "retry", false],
    [425, "retry", false],
    [429, "retry", false],
    [500, "retry", true],
    [502, "retry", true],
    [503, "retry", false],
    [504, "retry", true],
    [529, "retry", true],
  ] as const)("after %i is %s (may have arrived: %s)", async (httpStatus, status, mayHaveArrived) => {
    outside.answerWith(answerStatus(httpStatus, { location: `${outside.url}/elsewhere` }));
    expect(await call()).toMatchObject({ status, httpStatus, mayHaveArrived, reason: "answered" });
    expect(outside.calls).toHaveLength(1);
  });

  test("says when to come back, in seconds or as a date", async () => {
    outside.answerWith(answerStatus(429, { "retry-after": "120" }));
    expect(await call()).toMatchObject({ retryAfterMs: 120_000 });
    outside.answerWith(answerStatus(503, { "retry-after": "Fri, 20 Nov 2026 10:00:30 GMT" }));
    expect(await call()).toMatchObject({ retryAfterMs: 30_000 });
  });

  test("when nobody listens has not arrived", async () => {
    await outside.close();
    expect(await call()).toMatchObject({ status: "retry", reason: "network", mayHaveArrived: false });
  });

  test("when the name does not exist has not arrived", async () => {
    const result = await call({ url: "http://does-not-exist.invalid/" });
    expect(result).toMatchObject({ status: "retry", reason: "network", mayHaveArrived: false });
  });

  test("when the connection is cut may have arrived", async () => {
    outside.answerWith(hangUp);
    expect(await call()).toMatchObject({ status: "retry", reason: "network", mayHaveArrived: true });
  });

  test("when nobody answers in time may have arrived", async () => {
    outside.answerWith(neverAnswer);
    expect(await call({ timeoutMs: 50 })).toMatchObject({ status: "retry", reason: "time-out", mayHaveArrived: true });
  });

  test("when the answer stops in the middle may have arrived", async () => {
    outside.answerWith((response) => response.writeHead(200).write("half"));
    expect(await call({ timeoutMs: 600 })).toMatchObject({ status: "retry", reason: "time-out", mayHaveArrived: true });
    expect(await call({ timeoutMs: 600, isBodyIgnored: true })).toMatchObject({ status: "ok" });
  });

  test("when the answer is too large, with or without a declared length", async () => {
    outside.answerWith((response) => response.end("x".repeat(101)));
    expect(await call()).toMatchObject({ status: "failed", reason: "too-large", mayHaveArrived: true });
    expect(await call({ isBodyIgnored: true })).toMatchObject({ status: "ok" });
    outside.answerWith((response) => {
      response.write("x".repeat(90));
      response.end("x".repeat(90));
    });
    expect(await call()).toMatchObject({ status: "failed", reason: "too-large" });
    expect(await call({ isBodyIgnored: true })).toMatchObject({ status: "ok" });
  });

  test("when it is aborted, before or after it left", async () => {
    expect(await call({}, AbortSignal.abort())).toMatchObject({ reason: "aborted", mayHaveArrived: false });
    expect(outside.calls).toHaveLength(0);
    const controller = new AbortController();
    outside.answerWith(() => controller.abort());
    expect(await call({}, controller.signal)).toMatchObject({ reason: "aborted", mayHaveArrived: true });
  });

  test("when the address is not allowed, without leaving", async () => {
    const result = await call({ policy: foreignUrls, url: outside.url.replace("http:", "https:") });
    expect(result).toMatchObject({ status: "failed", reason: "blocked", mayHaveArrived: false });
    expect(outside.connectionCount()).toBe(0);
  });

  test("never shows the address beyond its host (I15)", async () => {
    for (const answer of [answerStatus(500), answerStatus(302), hangUp]) {
      outside.answerWith(answer);
      expect(JSON.stringify(await call({ url: `${outside.url}/token-abc?key=def` }))).not.toMatch(/abc|def/);
    }
  });
});

test.each([
  ["0", 0],
  ["12", 12_000],
  ["999999999", 86_400_000],
  ["Fri, 20 Nov 2026 09:00:00 GMT", 0],
  ["Friday, 20-Nov-26 10:00:05 GMT", 5_000],
  ["-5", null],
  ["1.5", null],
  ["soon", null],
  ["2030", 2_030_000],
  [null, null],
])("Retry-After %s means %s", (header, expected) => expect(retryAfterMs(header, now)).toBe(expected));
