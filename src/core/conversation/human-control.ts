import type { Handoff, HumanControl } from "./state.ts";

export function newHumanControl(at: number, agentId: string, handoff: Handoff | null): HumanControl {
  return {
    phase: "human",
    since: at,
    agentId,
    awaitsAnswer: true,
    handoff,
    alert: null,
    asks: [],
    advisers: [],
    watch: null,
    ownerGone: null,
    snooze: null,
    isIdle: false,
    idleEffectId: null,
  };
}
