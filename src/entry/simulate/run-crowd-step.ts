import type { Ran } from "./outcome.ts";
import { writeAs } from "./run-customer-step.ts";
import type { Running } from "./run-step.ts";
import type { CustomersStep } from "./script-crowd.ts";
import type { World } from "./world.ts";

/** One after the other, evenly over the time: who wrote first has waited longest. */
export async function runCrowdStep(
  world: World,
  running: Running,
  { named, count, says, within }: CustomersStep,
): Promise<Ran> {
  const from = world.now();
  for (let number = 1; number <= count; number++) {
    const dueIn = from + Math.floor((within * (number - 1)) / Math.max(1, count - 1)) - world.now();
    if (dueIn > 0) await world.pass(dueIn);
    const step = { says, from: `${named}-${number}`, times: 1 };
    await writeAs(world, running, { step, like: named, suffix: `-${number}` });
  }
  return { remark: `${count} customers have written: ${named}-1 to ${named}-${count}`, checks: [] };
}
