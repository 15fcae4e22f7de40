import type { Agent } from "../people/agent.ts";
import { ringing } from "./exclusion.ts";
import { openUnits } from "./open-units.ts";

/**
 * Whether somebody can be asked for more than before: a place came back, a conversation fell silent, or a request was
 * answered, also with yes, so that the next one may ring (I7).
 */
export function hasGotRoom(before: Agent | null, after: Agent): boolean {
  if (!before || after.presence !== "available" || after.leftAt !== null || openUnits(after) >= after.capacity)
    return false;
  return openUnits(after) < openUnits(before) || ringing(after) < ringing(before);
}
