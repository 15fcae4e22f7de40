import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { webhookSigner, webhookVerifier } from "../../../adapters/kit/standard-webhooks.ts";
import { parseWebhookSecret } from "../../../adapters/kit/webhook-secret.ts";
import { otherSecretText, secretText, webhookSecret } from "./secrets.ts";

const nowMs = 1_795_000_000_000;
const secret = webhookSecret(secretText);
const other = webhookSecret(otherSecretText);
const sign = webhookSigner([secret]);
const verify = webhookVerifier([secret]);
const body = bytes('{"type":"message","data":{"from":"customer-42","text":"grüezi 👋"}}');

describe("signing", () => {
  test("gives the published vector", async () => {
    const headers = await sign({
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      nowMs: 1_614_265_330_000,
      body: bytes('{"test": 2432232314}'),
    });
    expect(headers).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  test("is understood by the official library", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), async (text) => {
        const now = Date.now();
        const headers = await sign({ id: "shop_c1.m7", nowMs: now, body: bytes(JSON.stringify(text)) });
        expect(new Webhook(secretText).verify(JSON.stringify(text.toWellFormed()), headers)).toBe(text.toWellFormed());
      }),
      // The official library takes its time.
      { numRuns: 25 },
    );
  });

  test("signs with every secret, so that the receiver can rotate too", async () => {
    const headers = await webhookSigner([other, secret])({ id: "evt", nowMs, body });
    expect(headers["webhook-signature"].split(" ")).toHaveLength(2);
    for (const one of [secret, other]) {
      expect(await webhookVerifier([one])({ headers: new Headers(headers), nowMs, body })).toMatchObject({ id: "evt" });
    }
  });

  test("throws for an id that no header can carry", async () => {
    for (const id of ["", "a b", "käse", "x".repeat(257)])
      await expect(sign({ id, nowMs, body })).rejects.toThrow("ASCII");
  });
});

describe("verifying", () => {
  test("understands the official library", async () => {
    const signature = new Webhook(secretText).sign("evt-1", new Date(nowMs), Buffer.from(body));
    const headers = headersOf({ id: "evt-1", signature });
    expect(await verify({ headers, nowMs, body })).toEqual({ status: "verified", id: "evt-1" });
  });

  test("refuses every one-byte alteration of the body, the id and the time", async () => {
    const signed = await sign({ id: "evt-1", nowMs, body });
    const fields = ["webhook-id", "webhook-timestamp"] as const;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
        const at = place % body.length;
        const altered = body.map((byte, index) => (index === at ? byte ^ mask : byte));
        expect(await verify({ headers: new Headers(signed), nowMs, body: altered })).toMatchObject({
          code: "bad-signature",
        });
      }),
    );
    for (const field of fields) {
      for (let at = 0; at < signed[field].length; at++) {
        const value =
          signed[field].slice(0, at) + (signed[field][at] === "1" ? "2" : "1") + signed[field].slice(at + 1);
        const headers = new Headers({ ...signed, [field]: value });
        expect(await verify({ headers, nowMs, body })).toMatchObject({ status: "refused" });
      }
    }
  });

  test("accepts one spelling of a signature only", async () => {
    const signed = await sign({ id: "evt-1", nowMs, body });
    const text = signed["webhook-signature"];
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_ ";
    for (let at = 0; at < text.length; at++) {
      for (const character of alphabet) {
        if (character === text[at]) continue;
        const headers = new Headers({
          ...signed,
          "webhook-signature": text.slice(0, at) + character + text.slice(at + 1),
        });
        expect((await verify({ headers, nowMs, body })).status).toBe("refused");
      }
    }
  });

  test("finds the right one among several signatures, and knows only v1", async () => {
    const signed = await sign({ id: "evt-1", nowMs, body });
    const right = signed["webhook-signature"];
    const wrong = `v1,${btoa("x".repeat(32))}`;
    const check = async (signature: string) =>
      (await verify({ headers: headersOf({ id: "evt-1", signature }), nowMs, body })).status;
    expect(await check(`${wrong} v1a,abc ${right}`)).toBe("verified");
    expect(await check(`${wrong} ${wrong}`)).toBe("refused");
    expect(await check(right.replace("v1,", "v2,"))).toBe("refused");
    expect(await check(right.slice(3))).toBe("refused");
    expect(await check(`${Array(5).fill(wrong).join(" ")} ${right}`)).toBe("refused");
  });

  test("accepts any of the configured secrets", async () => {
    const headers = new Headers(await webhookSigner([other])({ id: "evt-1", nowMs, body }));
    expect((await webhookVerifier([secret, other])({ headers, nowMs, body })).status).toBe("verified");
    expect((await verify({ headers, nowMs, body })).status).toBe("refused");
  });

  test("checks the age in both directions, to the second", async () => {
    const headers = new Headers(await sign({ id: "evt-1", nowMs, body }));
    const at = async (distanceSeconds: number) => {
      const verdict = await verify({ headers, nowMs: nowMs + distanceSeconds * 1000, body });
      return verdict.status === "verified" ? "verified" : verdict.code;
    };
    expect(await at(300)).toBe("verified");
    expect(await at(-300)).toBe("verified");
    expect(await at(301)).toBe("stale");
    expect(await at(-301)).toBe("stale");
  });

  test.each([
    ["webhook-id", "x".repeat(257), "bad-signature"],
    ["webhook-id", "a b", "bad-signature"],
    ["webhook-timestamp", "1795000000.5", "bad-signature"],
    ["webhook-timestamp", "-1795000000", "bad-signature"],
    ["webhook-timestamp", "0x6afe1c80", "bad-signature"],
    ["webhook-timestamp", "9".repeat(13), "bad-signature"],
    ["webhook-timestamp", "9".repeat(12), "stale"],
    ["webhook-signature", `v1,${"A".repeat(1100)}`, "bad-signature"],
    ["webhook-signature", "", "unsigned"],
  ])("refuses the header %s: %s", async (name, value, code) => {
    const headers = new Headers(await sign({ id: "evt-1", nowMs, body }));
    headers.set(name, value);
    expect(await verify({ headers, nowMs, body })).toMatchObject({ status: "refused", code });
  });

  test("does not start without a secret (I13)", () => {
    expect(() => webhookVerifier([])).toThrow("secret");
    expect(() => webhookSigner([])).toThrow("secret");
  });
});

describe("a secret", () => {
  test.each([
    ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "must begin with `whsec_`"],
    ["whsec_not base64!", "must be base64"],
    [`whsec_${btoa("x".repeat(23))}`, "must be 24 to 64 bytes of base64, not 23"],
    [`whsec_${btoa("x".repeat(65))}`, "must be 24 to 64 bytes of base64, not 65"],
    ["whsec_", "not 0"],
  ])("is refused when it is %s", (text, problem) => {
    const parsed = parseWebhookSecret(text);
    expect(parsed).toMatchObject({ status: "invalid", problem: expect.stringContaining(problem) });
    if (text.length > 12) expect(JSON.stringify(parsed)).not.toContain(text.slice(6));
  });

  test("cannot be seen by printing it (I15)", () => {
    expect(JSON.stringify({ secret })).toBe('{"secret":{}}');
  });
});

function headersOf({ id, signature }: { id: string; signature: string }): Headers {
  return new Headers({ "webhook-id": id, "webhook-timestamp": String(nowMs / 1000), "webhook-signature": signature });
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
