import type { Command } from "../../engine/commands.ts";
import type { Cast } from "./cast.ts";
import { hasNotWritten, type Ran } from "./outcome.ts";
import type { DetailsStep, FlagStep } from "./script-steps.ts";
import type { World } from "./world.ts";

export function runFlagStep(world: World, cast: Cast, { flag, reason, customer }: FlagStep): Promise<Ran> {
  return tell(world, cast.conversationOf(customer), {
    remark: `flagged: ${flag}`,
    customer,
    command: { type: "conversation-flagged", flag, reason },
  });
}

export function runDetailsStep(world: World, cast: Cast, step: DetailsStep): Promise<Ran> {
  const { addTags, removeTags, properties: given, customer } = step;
  const known = Object.entries(given).map(([name, value]) => {
    return [name, value === null ? null : { value, isTrusted: true }] as const;
  });
  const properties = Object.fromEntries(known);
  return tell(world, cast.conversationOf(customer), {
    remark: "details changed",
    customer,
    command: { type: "details-changed", addTags, removeTags, properties },
  });
}

interface Told {
  readonly remark: string;
  readonly customer: string;
  readonly command: Command;
}

/** What the company's other systems say. */
async function tell(world: World, conversationId: string | null, { remark, customer, command }: Told): Promise<Ran> {
  if (conversationId === null) return { remark: null, checks: [hasNotWritten(remark, customer)] };
  const result = await world.engine.command(conversationId, command, null);
  await world.pass(0);
  if (result.status !== "refused") return { remark, checks: [] };
  return { remark: null, checks: [{ claim: remark, problem: `it was refused: ${result.code}` }] };
}
