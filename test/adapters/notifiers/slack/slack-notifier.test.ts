import { afterEach, describe, expect, test } from "vitest";
import {
  readSlackNotifierConfig,
  type SlackNotifierConfig,
  slackNotifier,
} from "../../../../adapters/notifiers/slack/index.ts";
import { renderText } from "../../../../adapters/notifiers/slack/render.ts";
import { delivery, notifierContract } from "../../../contracts/notifier.ts";
import {
  answerJson,
  answerStatus,
  hangUp,
  neverAnswer,
  type OutsideServer,
  openOutsideServer,
} from "../../kit/outside-server.ts";

const token = "xoxb-123-secret";
const kim = { type: "person", name: "Kim", email: "kim@shop.example", slackMemberId: "U0KIM" } as const;

const open: OutsideServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start(changed: Partial<SlackNotifierConfig> = {}) {
  const server = await openOutsideServer();
  open.push(server);
  server.answerWith(answerJson({ ok: true, user: { id: "U0FOUND" } }));
  const webhook = { type: "webhook", url: `${server.url}/hook-secret` } as const;
  const places = new Map<string, SlackNotifierConfig["places"] extends ReadonlyMap<string, infer P> ? P : never>([
    ["billing", { type: "channel", id: "C0BILLING" }],
    ["*", webhook],
  ]);
  let now = 0;
  const clock = { now: () => now };
  const notifier = slackNotifier(
    { token, places, apiUrl: `${server.url}/api`, timeoutMs: 2_000, ...changed },
    { fetch: (url, init) => fetch(url, init), clock },
  );
  const pass = (ms: number) => {
    now += ms;
  };
  const send = (to: Parameters<typeof delivery>[0]) => notifier.deliver(delivery(to), new AbortController().signal);
  const bodies = () => server.calls.filter(({ method }) => method === "POST").map(({ body }) => JSON.parse(`${body}`));
  return { server, notifier, send, bodies, pass };
}

for (const [name, to] of [
  ["An app in Slack", kim],
  ["An incoming webhook", { type: "place", id: "*" }],
] as const) {
  notifierContract(name, async () => {
    const { server, notifier } = await start();
    const refuse = (error: string, status = 200) => server.answerWith(answerJson({ ok: false, error }, status));
    const isApp = to.type === "person";
    return {
      notifier,
      to,
      received: () => server.calls.map(({ body }) => `${body}`),
      failures: [
        { name: "overloaded", arrange: () => server.answerWith(answerStatus(503)), status: "retry" },
        { name: "hangs up", arrange: () => server.answerWith(hangUp), status: "retry" },
        { name: "refused", arrange: () => refuse("invalid_auth", isApp ? 200 : 403), status: "failed" },
        ...(isApp
          ? ([
              { name: "gone channel", arrange: () => refuse("channel_not_found"), status: "failed" },
              { name: "their own fault", arrange: () => refuse("internal_error"), status: "retry" },
              {
                name: "no JSON",
                arrange: () => server.answerWith((response) => response.end("<html>")),
                status: "retry",
              },
            ] as const)
          : []),
      ],
      hang: () => server.answerWith(neverAnswer),
      secrets: [token, "hook-secret", "kim@shop.example"],
      close: async () => undefined,
    };
  });
}

describe("in Slack", () => {
  test("a person is written to by their id, with the app's token, without previews", async () => {
    const { server, send, bodies } = await start();
    await send(kim);
    expect(server.calls[0]).toMatchObject({
      path: "/agent/api/chat.postMessage",
      headers: { authorization: `Bearer ${token}` },
    });
    expect(bodies()).toMatchObject([{ channel: "U0KIM", unfurl_links: false, unfurl_media: false }]);
  });

  test("a person without an id is looked up by their address, once in an hour", async () => {
    const { server, send, bodies, pass } = await start();
    const lookups = () => server.calls.filter(({ method }) => method === "GET").map(({ path }) => path);
    const unknown = { ...kim, slackMemberId: null };
    await send(unknown);
    await send(unknown);
    expect(lookups()).toEqual(["/agent/api/users.lookupByEmail?email=kim%40shop.example"]);
    expect(bodies().map(({ channel }) => channel)).toEqual(["U0FOUND", "U0FOUND"]);
    pass(3_600_001);
    await send(unknown);
    expect(lookups()).toHaveLength(2);
  });

  test("somebody Slack does not know is told apart from a fault", async () => {
    const { server, send } = await start();
    server.answerWith(answerJson({ ok: false, error: "users_not_found" }));
    expect(await send({ ...kim, slackMemberId: null })).toMatchObject({ status: "failed" });
  });

  test("a team's place is its own, by channel or by incoming webhook", async () => {
    const { server, send, bodies } = await start();
    await send({ type: "place", id: "billing" });
    await send({ type: "place", id: "*" });
    expect(bodies()[0]).toMatchObject({ channel: "C0BILLING" });
    expect(server.calls[1]?.path).toBe("/agent/hook-secret");
    expect(server.calls[1]?.headers.authorization).toBeUndefined();
  });

  test("the wait that Slack asks for is obeyed", async () => {
    const { server, send } = await start();
    server.answerWith(answerStatus(429, { "retry-after": "30" }));
    expect(await send(kim)).toMatchObject({ status: "retry", retryAfterMs: 30_000 });
  });

  test("without a token nobody is reached but the place of an incoming webhook", async () => {
    const { notifier, send } = await start({ token: null });
    expect(notifier.capabilities).toMatchObject({ reachesPeople: false, places: ["billing", "*"] });
    expect(await send(kim)).toMatchObject({ status: "failed" });
    expect(await send({ type: "place", id: "*" })).toEqual({ status: "delivered" });
  });
});

describe("what is written in Slack", () => {
  const { words } = delivery(kim);

  test("names its queue, why, and a link, with what could be mark-up escaped", () => {
    expect(renderText(words)).toMatchInlineSnapshot(`
      "*A customer is waiting for a person.*
      Queue: Billing &amp; &lt;Refunds&gt;
      The customer wrote:
      > my parcel 4711 never came
      <https://baton.shop.example/console/conversations/shop_c1|Open the conversation>"
    `);
  });

  test("calls nobody and links nowhere, whatever a name says", () => {
    const [entry] = words.entries;
    if (!entry) throw new Error("there is no entry");
    const title = "<!channel> <https://evil.example|click> <@U1>";
    expect(renderText({ ...words, entries: [{ ...entry, title }] })).not.toMatch(/<[!@]|<https:\/\/evil/);
  });

  test("of a long bundle stays below what Slack takes, without half an entry", () => {
    const entries = Array.from({ length: 20 }, () => ({
      title: "<".repeat(200),
      lines: [],
      excerpt: null,
      link: null,
    }));
    const text = renderText({ ...words, entries });
    expect(text.length).toBeLessThan(4_000);
    expect(text.replaceAll("&lt;", "")).not.toContain("&");
  });
});

describe("its configuration", () => {
  const hook = "https://hooks.slack.com/services/T0/B0/secret";

  test("is absent without any of its variables", () => {
    expect(readSlackNotifierConfig({})).toEqual({ status: "absent" });
  });

  test("takes a channel or an incoming webhook for each team, and one for all others", () => {
    const read = readSlackNotifierConfig({
      NOTIFY_SLACK_TOKEN: token,
      NOTIFY_SLACK_WEBHOOK_URL: hook,
      NOTIFY_SLACK_PLACES: `billing=C0123 sales=${hook}?a=b`,
    });
    expect(read.status === "configured" && Object.fromEntries(read.config.places)).toEqual({
      billing: { type: "channel", id: "C0123" },
      sales: { type: "webhook", url: `${hook}?a=b` },
      "*": { type: "webhook", url: hook },
    });
  });

  test.each([
    [{ NOTIFY_SLACK_TOKEN: "xoxp-secret" }, "NOTIFY_SLACK_TOKEN"],
    [{ NOTIFY_SLACK_WEBHOOK_URL: "http://hooks.slack.com/secret" }, "NOTIFY_SLACK_WEBHOOK_URL"],
    [{ NOTIFY_SLACK_PLACES: "billing" }, "NOTIFY_SLACK_PLACES"],
    [{ NOTIFY_SLACK_PLACES: "billing=C0123" }, "NOTIFY_SLACK_TOKEN"],
  ])("names the variable that is missing or wrong: %j", (environment, variable) => {
    const read = readSlackNotifierConfig(environment as Record<string, string>);
    expect(read).toMatchObject({ status: "invalid", problems: [{ variable }] });
    expect(JSON.stringify(read)).not.toContain("secret");
  });
});
