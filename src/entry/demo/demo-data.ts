import { type Agent, newAgent } from "../../core/people/agent.ts";
import { emptyCommit } from "../../engine/empty-commit.ts";
import { agentView } from "../../engine/read-agents.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import { demoKeyDocument, keyView } from "./demo-key.ts";
import { hasNoRealData } from "./empty-workspace.ts";
import { demoAgent, demoKeyId } from "./identity.ts";

const marker = { kind: "demo", id: "demo" };

type Marker = { readonly schemaVersion: 1; readonly status: "made" | "removed" };

export interface DemoChoice {
  readonly demo: "auto" | "on" | "off";
  /** A channel or a bot of the company's own. */
  readonly isConfigured: boolean;
}

/** Whether the demo is to run: asked for, or nothing else is there and nobody has removed it. */
export async function wantsDemo(store: Store, { demo, isConfigured }: DemoChoice): Promise<boolean> {
  if (demo !== "auto") return demo === "on";
  if (isConfigured) return false;
  const [stored] = await store.load([marker]);
  if (stored && (stored.body as Marker).status === "removed") return false;
  return hasNoRealData(store);
}

/** Makes the agent and the key, once; several processes that start together make them once. */
export async function makeDemo(store: Store, clock: Pick<Clock, "now">, secret: string): Promise<void> {
  const at = clock.now();
  const [markerNow, agentNow, keyNow] = await store.load([marker, agentKey, keyKey]);
  const made: Marker = { schemaVersion: 1, status: "made" };
  await store.commit({
    ...emptyCommit(at),
    expects: [
      { ...marker, version: markerNow?.version ?? 0 },
      { ...agentKey, version: agentNow?.version ?? 0 },
      { ...keyKey, version: keyNow?.version ?? 0 },
    ],
    puts: [
      { ...marker, body: made },
      { ...keyKey, body: await demoKeyDocument(secret, at) },
      ...(agentNow ? [] : [{ ...agentKey, body: robin }]),
    ],
    index: [
      { change: "put", ...keyView, ...keyKey, sort: at, previousKey: null },
      ...(agentNow ? [] : [{ change: "put" as const, ...agentView, ...agentKey, sort: at, previousKey: null }]),
    ],
  });
}

/** A demo that is not wanted any more leaves no key behind; its conversations stay until somebody removes them. */
export async function withdrawDemoKey(store: Store, clock: Pick<Clock, "now">): Promise<void> {
  const [stored] = await store.load([keyKey]);
  if (!stored) return;
  await store.commit({ ...emptyCommit(clock.now()), ...withoutKey });
}

/** The agent and the key go, and the demo does not come back by itself. */
export async function unmakeDemo(store: Store, clock: Pick<Clock, "now">): Promise<void> {
  const removed: Marker = { schemaVersion: 1, status: "removed" };
  await store.commit({
    ...emptyCommit(clock.now()),
    puts: [{ ...marker, body: removed }],
    removes: [agentKey, ...withoutKey.removes],
    index: [{ change: "remove", ...agentView, ...agentKey }, ...withoutKey.index],
    feed: [{ type: "agent-removed", conversationId: null, data: { agentId: demoAgent.id } }],
  });
}

const agentKey = { kind: "agent", id: demoAgent.id };
const keyKey = { kind: "api-key", id: demoKeyId };
const withoutKey = { removes: [keyKey], index: [{ change: "remove" as const, ...keyView, ...keyKey }] };

const robin: Agent = newAgent({ ...demoAgent, presence: "available", isTest: true });
