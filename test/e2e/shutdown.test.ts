import { expect, it, onTestFinished } from "vitest";
import { webhookSigner } from "../../adapters/kit/standard-webhooks.ts";
import { parseWebhookSecret } from "../../adapters/kit/webhook-secret.ts";
import { startOutside } from "../entry/outside.ts";
import { temporaryFolder } from "../entry/temporary-folder.ts";
import { startServer } from "../support/server.ts";

const secretText = `whsec_${btoa("k".repeat(32))}`;

function once<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function post(origin: string, data: { from: string; text: string }): Promise<number> {
  const parsed = parseWebhookSecret(secretText);
  if (parsed.status === "invalid") throw new Error(parsed.problem);
  const body = new TextEncoder().encode(JSON.stringify({ type: "message", data }));
  const headers = await webhookSigner([parsed.secret])({ id: crypto.randomUUID(), nowMs: Date.now(), body });
  const response = await fetch(`${origin}/webhooks/main.api`, { method: "POST", headers, body });
  return response.status;
}

it("ends in order in the middle of a bot's turn, and answers it after the next start (I9, I10)", async () => {
  const dataDir = await temporaryFolder();
  const asked = once<void>();
  const replied = once<string>();
  let isSlow = true;
  const bot = await startOutside((_body, response) => {
    asked.resolve();
    // As long as it is slow it never answers: only being stopped ends the turn.
    if (isSlow) return;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ text: "Here I am." }));
  });
  const company = await startOutside((body, response) => {
    response.end();
    replied.resolve(body);
  });
  onTestFinished(async () => {
    await Promise.all([bot.close(), company.close()]);
  });
  const env = {
    ...{ API_SECRET: secretText, API_REPLY_URL: company.url, BATON_QUIET_MS: "0" },
    ...{ BOT_WEBHOOK_SECRET: secretText, BOT_WEBHOOK_URL: bot.url },
  };

  const first = await startServer({ env, dataDir });
  expect(await post(first.url, { from: "anna", text: "Hello" })).toBe(200);
  await asked.promise;
  expect(await first.stop(), first.output()).toBe(0);

  isSlow = false;
  const second = await startServer({ env, dataDir });
  expect(JSON.parse(await replied.promise)).toMatchObject({
    data: { to: "anna", text: expect.stringMatching(/\n\nHere I am\.$/) },
  });
  expect(await second.stop()).toBe(0);
}, 60_000);

it("ends at once when nothing runs, open feeds or not", async () => {
  const server = await startServer();
  const feed = await fetch(`${server.url}/demo/stream?from=anna`);
  const reader = feed.body?.getReader();
  await reader?.read();
  const before = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - before).toBeLessThan(3_000);
});
