/**
 * The edge. The Worker verifies and parses webhooks where they arrive, so that what is not signed costs the
 * workspace nothing (I13); everything else goes to the workspace's object.
 */
import { mapError } from "../http/map-error.ts";
import { problemResponse } from "../http/problem.ts";
import { createWebhookReceiver } from "../http/webhooks.ts";
import type { Channel } from "../ports/channel.ts";
import type { Config, ConfigRead } from "./config.ts";
import { buildChannels } from "./registry.ts";
import { systemClock } from "./system-clock.ts";
import type { Bindings } from "./worker/bindings.ts";
import { createWorkerLogger } from "./worker/logger.ts";
import { pageResponse } from "./worker/page.ts";
import { readEdgeConfig } from "./worker/read-edge-config.ts";
import { workspaceOfChannel, workspaceOfKey } from "./worker/workspace-name.ts";

export { WorkspaceObject } from "./worker/workspace-object.ts";

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    const front = frontOf(env);
    if (front.status === "invalid") return refuseToStart(front.problems.map(({ problem }) => problem));
    const { config, channels } = front;
    const { pathname } = new URL(request.url);
    const channelId = /^\/webhooks\/([^/]+)$/.exec(pathname)?.[1];
    if (channelId !== undefined) return receive(request, channelId, { env, config, channels });
    if (mayHaveDemo(config) && (request.method === "GET" || request.method === "HEAD")) {
      const page = await pageResponse(request, env.ASSETS);
      if (page) return page;
    }
    const workspace = workspaceOfKey(request.headers.get("authorization")) ?? config.workspaceId;
    // An object is made by the first call to its name: a made-up key must not make one.
    if (workspace !== config.workspaceId) return problemResponse("unauthenticated");
    return env.WORKSPACES.getByName(workspace).fetch(request);
  },
};

type Front = Extract<ConfigRead, { status: "invalid" }> | ConfiguredFront;

interface ConfiguredFront {
  readonly status: "configured";
  readonly config: Config;
  readonly channels: ReadonlyMap<string, Channel>;
}

const fronts = new WeakMap<Bindings, Front>();

/** Read once: bindings do not change while this Worker lives. */
function frontOf(env: Bindings): Front {
  const known = fronts.get(env) ?? readFront(env);
  fronts.set(env, known);
  return known;
}

function readFront(env: Bindings): Front {
  const read = readEdgeConfig(env);
  if (read.status === "invalid") return read;
  const { channels } = buildChannels(read.config, { fetch: noCalls, clock: systemClock }, null);
  return { status: "configured", config: read.config, channels };
}

/** Whether there is one the object knows; its page is only worth sending where there may be. */
function mayHaveDemo({ demo, apiChannel, webhookBot }: Config): boolean {
  return demo === "on" || (demo === "auto" && apiChannel === null && webhookBot === null);
}

async function receive(
  request: Request,
  channelId: string,
  { env, config, channels }: { env: Bindings; config: Config; channels: ReadonlyMap<string, Channel> },
): Promise<Response> {
  const receiveWebhook = createWebhookReceiver({
    channels,
    accept: (id, event) => env.WORKSPACES.getByName(workspaceOfChannel(id)).accept(id, event),
    isOverloaded: () => false,
    isStopping: () => false,
    clock: systemClock,
  });
  try {
    return await receiveWebhook(request, decoded(channelId));
  } catch (error) {
    const { code, details, isFault } = mapError(error);
    if (isFault) {
      const name = error instanceof Error ? error.name : "unknown";
      createWorkerLogger(config.logLevel).error("webhook-failed", { channelId, code, error: name });
    }
    return problemResponse(code, details);
  }
}

/** What cannot be decoded names no channel. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A missing secret stops everything, visibly, and every request says what to set (I13). */
function refuseToStart(problems: readonly string[]): Response {
  return problemResponse("not-ready", { detail: problems.join(" ") });
}

/** Receiving calls nobody; sending is the object's. */
function noCalls(): Promise<Response> {
  return Promise.reject(new Error("The Worker in front sends nothing."));
}
