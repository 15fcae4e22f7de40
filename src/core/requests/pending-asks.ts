import type { Control } from "../conversation/state.ts";
import type { Ask } from "./ask.ts";

/** Everybody who is being asked right now. */
export function pendingAsks(control: Control): readonly Ask[] {
  if (control.phase === "human") return control.asks;
  return control.phase === "queue" && control.handoff.ask ? [control.handoff.ask] : [];
}
