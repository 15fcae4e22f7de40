import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { readWebhookLookupConfig, webhookLookup } from "../../../../adapters/lookups/webhook/index.ts";
import { lookupContract, question } from "../../../contracts/customer-lookup.ts";
import { type Answer, answerJson, answerStatus, neverAnswer, openOutsideServer } from "../../kit/outside-server.ts";
import { secretText, webhookSecret } from "../../kit/secrets.ts";

const now = 1_795_000_000_000;
const never = new AbortController().signal;

function lookupAt(url: string) {
  return webhookLookup(
    { url, secrets: [webhookSecret(secretText)], timeoutMs: 300 },
    { fetch, clock: { now: () => now } },
  );
}

lookupContract("by webhook", async () => {
  const outside = await openOutsideServer();
  return {
    lookup: lookupAt(outside.url),
    knows: (properties) => outside.answerWith(answerJson({ properties })),
    knowsNobody: () => outside.answerWith(answerStatus(404)),
    isBroken: () => outside.answerWith(answerStatus(500)),
    hangs: () => outside.answerWith(neverAnswer),
    close: outside.close,
  };
});

describe("the webhook look-up", () => {
  async function asked(answer: Answer) {
    const outside = await openOutsideServer();
    outside.answerWith(answer);
    try {
      return { answer: await lookupAt(outside.url).lookUp(question, never), call: outside.calls[0] };
    } finally {
      await outside.close();
    }
  }

  test("signs what it asks, and names who it is and nothing else", async () => {
    const { call } = await asked(answerJson({ properties: {} }));
    const headers = Object.fromEntries(
      Object.entries(call?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    expect(headers["webhook-id"]).toBe(question.id);
    const signed = new Webhook(secretText);
    const [id = "", timestamp = 0] = [headers["webhook-id"], Number(headers["webhook-timestamp"])];
    const body = call?.body.toString() ?? "";
    expect(signed.sign(id, new Date(timestamp * 1_000), body)).toBe(headers["webhook-signature"]);
    const { id: _id, ...data } = question;
    expect(JSON.parse(body)).toEqual({ type: "customer-lookup", data });
  });

  test.each<[string, unknown, unknown]>([
    ["numbers and truth values as words", { orders: 3, is_vip: true, since: null }, { orders: "3", is_vip: "true" }],
    ["only what is asked for", { plan: "gold" }, { plan: "gold" }],
  ])("takes %s", async (_what, properties, known) => {
    const { answer } = await asked(answerJson({ properties, secret: "x" }));
    expect(answer).toEqual({ status: "found", properties: known });
  });

  test.each<[string, Answer]>([
    ["a name that no property has", answerJson({ properties: { "Plan!": "gold" } })],
    ["more than a word", answerJson({ properties: { plan: { name: "gold" } } })],
    ["no JSON", (response) => response.end("gold")],
    ["a redirect", answerStatus(302, { location: "http://127.0.0.1:1/" })],
    ["far too much", (response) => response.end(" ".repeat(100_000))],
  ])("believes nothing of %s", async (_what, wrong) => {
    const { answer } = await asked(wrong);
    expect(answer).toMatchObject({ status: "failed" });
    expect(JSON.stringify(answer)).not.toContain("gold");
  });

  test("is configured by an address and a secret, and by nothing less", () => {
    expect(readWebhookLookupConfig({})).toEqual({ status: "absent" });
    expect(readWebhookLookupConfig({ BATON_LOOKUP_URL: "http://crm.test/" })).toMatchObject({ status: "invalid" });
    expect(
      readWebhookLookupConfig({ BATON_LOOKUP_URL: "http://crm.test/", BATON_LOOKUP_SECRET: secretText }),
    ).toMatchObject({ status: "configured", config: { url: "http://crm.test/" } });
  });
});
