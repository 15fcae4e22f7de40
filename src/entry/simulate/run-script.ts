import { fingerprintOf } from "../../../adapters/kit/fingerprint.ts";
import { checkExpected } from "./check-expected.ts";
import { commandOf } from "./command-of.ts";
import type { AgentStep, SimulationScript, Step } from "./script.ts";
import type { Entry } from "./timeline.ts";
import { createWorld, type World } from "./world.ts";

export interface Simulation {
  readonly name: string;
  readonly happened: readonly Happened[];
  /** Texts that reached a customer, as the platform saw them. */
  readonly arrived: readonly { readonly author: string; readonly text: string }[];
  readonly passed: number;
  readonly failed: number;
}

export type Happened =
  | ({ readonly kind: "entry" } & Entry)
  | { readonly kind: "remark"; readonly atMs: number; readonly text: string }
  | {
      readonly kind: "check";
      readonly atMs: number;
      readonly step: number;
      readonly claim: string;
      readonly problem: string | null;
    };

type Check = Omit<Happened & { kind: "check" }, "kind" | "atMs" | "step">;

/** Plays a script through the real engine and says what happened and whether it is what was expected. */
export async function runScript(script: SimulationScript): Promise<Simulation> {
  const world = await createWorld(script);
  const happened: Happened[] = [];
  const conversationIds = new Map<string, string>();
  try {
    for (const [index, step] of script.steps.entries()) {
      const { remark, checks } = await runStep(world, { step, index, script, conversationIds });
      happened.push(...world.take().map((entry) => ({ kind: "entry", ...entry }) as const));
      const atMs = world.now();
      if (remark !== null) happened.push({ kind: "remark", atMs, text: remark });
      happened.push(...checks.map((check) => ({ kind: "check", atMs, step: index + 1, ...check }) as const));
    }
    const arrived = world.channel.arrived.map(({ author, text }) => ({ author, text }));
    const checks = happened.filter((entry) => entry.kind === "check");
    const failed = checks.filter(({ problem }) => problem !== null).length;
    return { name: script.name, happened, arrived, passed: checks.length - failed, failed };
  } finally {
    await world.end();
  }
}

interface Running {
  readonly step: Step;
  readonly index: number;
  readonly script: SimulationScript;
  /** By the customer's name. */
  readonly conversationIds: Map<string, string>;
}

interface Ran {
  readonly remark: string | null;
  readonly checks: readonly Check[];
}

const nothing: Ran = { remark: null, checks: [] };

async function runStep(world: World, { step, index, script, conversationIds }: Running): Promise<Ran> {
  if ("does" in step) return runAgentStep(world, step, conversationIds.get(step.customer) ?? null);
  if ("wait" in step) {
    await world.pass(step.wait);
    return nothing;
  }
  if ("deliveries" in step) {
    const { outcome, times } = step.deliveries;
    world.channel.failNext(outcome, times);
    return { remark: `the next ${times === 1 ? "send" : `${times} sends`} will end as: ${outcome}`, checks: [] };
  }
  if ("customer" in step) {
    const { from, says, times } = step.customer;
    const eventId = `step-${index + 1}`;
    const event = {
      type: "message",
      eventId,
      fingerprint: fingerprintOf(new TextEncoder().encode(says)),
      sentAt: null,
      address: from,
      name: null,
      locale: script.locale,
      content: { type: "text", text: says },
    } as const;
    const answers = await Promise.all(
      Array.from({ length: times }, () => world.engine.accept(world.channel.id, event)),
    );
    await world.pass(0);
    const accepted = answers.find(({ status }) => status === "accepted");
    if (accepted && "conversationId" in accepted && accepted.conversationId) {
      conversationIds.set(from, accepted.conversationId);
    }
    const repetitions = answers.filter(({ status }) => status === "duplicate").length;
    return { remark: repetitions === 0 ? null : `delivered ${times} times, taken once`, checks: [] };
  }
  const conversationId = conversationIds.get(step.expect.customer) ?? null;
  return { remark: null, checks: await checkExpected(world, step.expect, conversationId) };
}

async function runAgentStep(world: World, step: AgentStep, conversationId: string | null): Promise<Ran> {
  if (step.does === "goes-away" || step.does === "comes-back") {
    const presence = step.does === "goes-away" ? "away" : "available";
    const changed = await world.engine.agents.change(step.agent, { presence });
    await world.pass(0);
    return { remark: `${step.agent} is ${presence}`, checks: changed ? [] : [unknown(step.agent)] };
  }
  const conversation = conversationId === null ? null : await world.engine.conversations.get(conversationId);
  if (!conversation)
    return {
      remark: null,
      checks: [{ claim: `${step.agent} ${step.does}`, problem: `${step.customer} has not written yet` }],
    };
  const result = await world.engine.command(conversation.id, commandOf(step, conversation), null);
  await world.pass(0);
  const refusal = result.status === "refused" ? result.code : null;
  const remark = `${step.agent} ${step.does}${refusal ? `: refused (${refusal})` : ""}`;
  const expected = step.refused ?? null;
  if (refusal === null && expected === null) return { remark, checks: [] };
  const problem = refusal === expected ? null : `it was ${refusal === null ? "not refused" : `refused: ${refusal}`}`;
  const claim = expected === null ? `${step.agent} ${step.does}` : `${step.agent} ${step.does}, refused: ${expected}`;
  return { remark, checks: [{ claim, problem }] };
}

function unknown(agentId: string): Check {
  return { claim: `${agentId} is an agent`, problem: `there is no agent ${agentId} in the script` };
}
