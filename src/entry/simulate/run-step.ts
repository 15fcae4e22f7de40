import type { Cast } from "./cast.ts";
import { checkAgents } from "./check-agents.ts";
import { checkEverybody } from "./check-everybody.ts";
import { checkExpected } from "./check-expected.ts";
import { type Check, nothing, type Ran } from "./outcome.ts";
import { runAgentStep } from "./run-agent-step.ts";
import { runCrowdStep } from "./run-crowd-step.ts";
import { runCustomerStep } from "./run-customer-step.ts";
import { checkSettings, runDraftStep, runPublishDraftStep, runRestoreStep } from "./run-draft-step.ts";
import { runDetailsStep, runFlagStep } from "./run-outside-step.ts";
import { runPublishStep, runSwitchStep } from "./run-settings-step.ts";
import { runWorkStep } from "./run-work-step.ts";
import type { SimulationScript } from "./script.ts";
import type { Step } from "./script-steps.ts";
import type { World } from "./world.ts";

export interface Running {
  readonly step: Step;
  readonly index: number;
  readonly script: SimulationScript;
  readonly cast: Cast;
}

export async function runStep(world: World, running: Running): Promise<Ran> {
  const { step, cast } = running;
  if ("does" in step) return runAgentStep(world, step, cast.conversationOf(step.customer));
  if ("customer" in step) return runCustomerStep(world, running, step.customer);
  if ("customers" in step) return runCrowdStep(world, running, step.customers);
  if ("work" in step) return runWorkStep(world, step.work);
  if ("switch" in step) return runSwitchStep(world, step.switch);
  if ("publish" in step) return runPublishStep(world, step);
  if ("draft" in step) return runDraftStep(world, cast, step);
  if ("publishDraft" in step) return runPublishDraftStep(world, cast, step);
  if ("restore" in step) return runRestoreStep(world, step);
  if ("flag" in step) return runFlagStep(world, cast, step.flag);
  if ("details" in step) return runDetailsStep(world, cast, step.details);
  if ("deliveries" in step) {
    const { outcome, times } = step.deliveries;
    world.channel.failNext(outcome, times);
    return { remark: `the next ${times === 1 ? "send" : `${times} sends`} will end as: ${outcome}`, checks: [] };
  }
  if ("wait" in step) {
    await world.pass(step.wait);
    return nothing;
  }
  return { remark: null, checks: await check(world, cast, step.expect) };
}

function check(world: World, cast: Cast, expected: Extract<Step, { expect: unknown }>["expect"]): Promise<Check[]> {
  if ("everybody" in expected) return checkEverybody(world, cast, expected.everybody);
  if ("agents" in expected) return checkAgents(world, expected.agents);
  if ("settings" in expected) return checkSettings(world, cast, expected.settings);
  return checkExpected(world, expected, cast.conversationOf(expected.customer));
}
