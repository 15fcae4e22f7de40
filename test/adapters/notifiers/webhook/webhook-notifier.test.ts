import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, test } from "vitest";
import { endpointProblem } from "../../../../adapters/notifiers/webhook/check-endpoint.ts";
import { readWebhookNotifierConfig, webhookNotifier } from "../../../../adapters/notifiers/webhook/index.ts";
import { webhookNotice } from "../../../../src/protocol/webhook-notice.ts";
import { delivery, notifierContract } from "../../../contracts/notifier.ts";
import { answerStatus, hangUp, neverAnswer, type OutsideServer, openOutsideServer } from "../../kit/outside-server.ts";
import { otherSecretText, secretText } from "../../kit/secrets.ts";

const open: OutsideServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start({ isDeclared = true } = {}) {
  const server = await openOutsideServer();
  open.push(server);
  const privateHosts = new Set(isDeclared ? [new URL(server.url).host] : []);
  const publicly: string[] = [];
  const notifier = webhookNotifier(
    { privateHosts, timeoutMs: 2_000 },
    {
      fetch: (url, init) => fetch(url, init),
      publicFetch: async (url) => {
        publicly.push(url.href);
        return new Response(null, { status: 204 });
      },
      clock: { now: () => Date.now() },
    },
  );
  const to = { type: "endpoint", url: server.url, secret: secretText } as const;
  const send = (changed: Partial<typeof to> = {}) =>
    notifier.deliver(delivery({ ...to, ...changed }), new AbortController().signal);
  return { server, notifier, to, send, publicly };
}

notifierContract("An outgoing webhook", async () => {
  const { server, notifier, to } = await start();
  return {
    notifier,
    to,
    received: () => server.calls.map(({ body }) => `${body}`),
    failures: [
      { name: "overloaded", arrange: () => server.answerWith(answerStatus(503)), status: "retry" },
      { name: "not deployed yet", arrange: () => server.answerWith(answerStatus(404)), status: "retry" },
      {
        name: "moved",
        arrange: () => server.answerWith(answerStatus(302, { location: "http://10.0.0.1/" })),
        status: "retry",
      },
      { name: "hangs up", arrange: () => server.answerWith(hangUp), status: "retry" },
      { name: "wants nothing any more", arrange: () => server.answerWith(answerStatus(410)), status: "failed" },
    ],
    hang: () => server.answerWith(neverAnswer),
    secrets: [secretText],
    close: async () => undefined,
  };
});

describe("an outgoing webhook", () => {
  test("is signed so that the official verifier takes it, and has the body that is documented", async () => {
    const { server, send } = await start();
    await send();
    const [call] = server.calls;
    const headers = call?.headers as Record<string, string>;
    const verified = new Webhook(secretText).verify(`${call?.body}`, headers);
    expect(webhookNotice.parse(verified)).toEqual(verified);
    expect(headers["webhook-id"]).toBe("shop_c1.7.3.kim.email");
  });

  test("is signed with each secret while one replaces the other, so that receivers with either take it", async () => {
    const { server, notifier, to } = await start();
    const earlierSecrets = [otherSecretText];
    await notifier.deliver(delivery({ ...to, earlierSecrets }), new AbortController().signal);
    const [call] = server.calls;
    const headers = call?.headers as Record<string, string>;
    const taken = [secretText, otherSecretText].map((secret) => new Webhook(secret).verify(`${call?.body}`, headers));
    expect(taken[0]).toEqual(taken[1]);
    expect(headers["webhook-signature"]).toMatch(/^v1,[^ ]+ v1,[^ ]+$/);
  });

  test("holds ids and codes, and no word of a customer's or of ours", async () => {
    const { server, send } = await start();
    await send();
    expect(JSON.parse(`${server.calls[0]?.body}`)).toEqual({
      type: "handoff-opened",
      timestamp: "2026-11-18T11:06:40.000Z",
      data: {
        ...{ id: "shop_c1.7.3.kim.email", conversationId: "shop_c1", subjectId: "shop_c1.h3" },
        targets: [{ type: "queue", id: "billing" }],
        ...{ actorId: null, reason: "explicit-request", priority: "high", detail: null },
      },
    });
  });

  test("says of 410 that the other side is gone, of everything else not", async () => {
    const { server, send } = await start();
    server.answerWith(answerStatus(410));
    expect(await send()).toMatchObject({ status: "failed", isGone: true });
    server.answerWith(answerStatus(429, { "retry-after": "120" }));
    expect(await send()).toMatchObject({ status: "retry", retryAfterMs: 120_000 });
  });

  test("does not follow a redirect into the private network", async () => {
    const { server, send } = await start();
    server.answerWith(answerStatus(307, { location: `${server.url}/inside` }));
    await send();
    expect(server.calls).toHaveLength(1);
  });

  test("leaves through the fetch that reaches the public internet only, unless the operator named the host", async () => {
    const { send, publicly, server } = await start();
    await send({ url: "https://hooks.shop.example/in" as never });
    expect(publicly).toEqual(["https://hooks.shop.example/in"]);
    await send();
    expect(server.calls).toHaveLength(1);
    expect(publicly).toHaveLength(1);
  });

  test("does not go to a private address that nobody declared", async () => {
    const { send, server, publicly } = await start({ isDeclared: false });
    expect(await send()).toMatchObject({ status: "failed", isGone: false });
    expect([server.calls, publicly]).toEqual([[], []]);
  });
});

describe("an address", () => {
  const config = { privateHosts: new Set(["erp.internal:8080"]) };

  test.each([
    ...["http://hooks.shop.example/in", "https://localhost/in", "https://127.0.0.1/", "https://2130706433/"],
    ...["https://[::1]/", "https://[::ffff:10.0.0.1]/", "https://169.254.169.254/latest/meta-data", "https://erp/"],
    ...[
      "https://user:pw@shop.example/",
      "file:///etc/passwd",
      "ftp://shop.example/",
      "https://erp.internal/",
      "no url",
    ],
  ])("is refused: %s", (url) => {
    expect(endpointProblem(url, config)).toMatch(/\w/);
  });

  test.each(["https://hooks.shop.example/in", "http://erp.internal:8080/baton"])("is fine: %s", (url) => {
    expect(endpointProblem(url, config)).toBeNull();
  });

  test("is declared by its host alone", () => {
    const read = (hosts: string) => readWebhookNotifierConfig({ NOTIFY_PRIVATE_HOSTS: hosts });
    expect(read("ERP.internal:8080, 10.0.0.5")).toEqual({
      status: "configured",
      config: { privateHosts: new Set(["erp.internal:8080", "10.0.0.5"]) },
    });
    expect(read("http://erp.internal")).toMatchObject({ problems: [{ variable: "NOTIFY_PRIVATE_HOSTS" }] });
    expect(readWebhookNotifierConfig({})).toEqual({ status: "absent" });
  });
});
