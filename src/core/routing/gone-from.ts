import type { GoneReason, Handoff } from "../conversation/state.ts";
import type { Agent } from "../people/agent.ts";
import { goneReason } from "../people/gone.ts";
import type { Settings } from "../settings/settings.ts";
import { asksOffDuty } from "./queue.ts";
import { queueOf } from "./queue-of.ts";

/** Whether somebody is not there to be asked for this, or to be asked on; where the queue wants it so, whatever their shift. */
export function goneFrom(
  agent: Agent,
  { destination, priority }: Pick<Handoff, "destination" | "priority">,
  settings: Pick<Settings, "hours" | "queues">,
  at: number,
): GoneReason | null {
  const isAskedOffDuty = asksOffDuty(queueOf(destination, settings), priority);
  return goneReason(isAskedOffDuty ? { ...agent, shift: null, absences: [] } : agent, settings, at);
}
