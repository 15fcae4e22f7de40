import { Webhook } from "standardwebhooks";
import { vi } from "vitest";
import * as z from "zod";
import { main } from "../../../src/entry/cli/main.ts";
import { secretText } from "../../adapters/kit/secrets.ts";
import { type ServerOptions, startServer, type TestServer } from "../../support/server.ts";

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A real server with a channel and nobody who answers, and what an operator types beside it. */
export interface ServedBaton {
  readonly server: TestServer;
  readonly environment: Readonly<Record<string, string>>;
  /** `baton …` in this process, at that server. */
  run(...words: string[]): Promise<Said>;
  /** The same for a machine. */
  json(...words: string[]): Promise<unknown>;
  /** Somebody writes; without a bot they wait for a person. */
  write(from: string, text?: string): Promise<string>;
}

const token = "t".repeat(24);
const accepted = z.object({ conversationId: z.string() });

export async function startServedBaton({ env = {}, ...where }: ServerOptions = {}): Promise<ServedBaton> {
  const server = await startServer({
    ...where,
    env: { BATON_ADMIN_TOKEN: token, API_SECRET: secretText, API_REPLY_URL: "http://127.0.0.1:9/", ...env },
  });
  const environment = { BATON_URL: server.url, BATON_TOKEN: token };
  const webhook = new Webhook(secretText);
  let messages = 0;
  const run = (...words: string[]) => runHere(words, environment);
  return {
    ...{ server, environment, run },
    json: async (...words) => JSON.parse((await run(...words, "--json")).stdout),
    async write(from, text = "Where is my order?") {
      const [id, at] = [`msg-${++messages}`, new Date()];
      const body = JSON.stringify({ type: "message", timestamp: at.toISOString(), data: { from, name: from, text } });
      const response = await fetch(`${server.url}/webhooks/main.api`, {
        method: "POST",
        headers: {
          ...{ "content-type": "application/json", "webhook-id": id, "webhook-signature": webhook.sign(id, at, body) },
          "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
        },
        body,
      });
      return accepted.parse(await response.json()).conversationId;
    },
  };
}

/** What it wrote, and its exit status. */
export async function runHere(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Said> {
  const told = { stdout: "", stderr: "" };
  const take = (name: keyof typeof told, end: string) => (chunk: unknown) => {
    told[name] += `${String(chunk)}${end}`;
    return true;
  };
  vi.spyOn(console, "log").mockImplementation(take("stdout", "\n"));
  vi.spyOn(console, "error").mockImplementation(take("stderr", "\n"));
  vi.spyOn(process.stdout, "write").mockImplementation(take("stdout", ""));
  try {
    return { status: await main(words, environment), ...told };
  } finally {
    vi.restoreAllMocks();
  }
}
