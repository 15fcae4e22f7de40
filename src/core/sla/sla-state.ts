/**
 * What happens to the three promises of one engagement while people have it. How it is used:
 *
 * - The conversation keeps the `SlaState` (at most 600 bytes as JSON; `null`: no handoff yet). It begins with
 *   `handoff-opened`. Workspaces without any policy need not begin one; where there are policies, begin it even when
 *   none applies: one that applies later counts from the same start.
 * - At each event below, call `applySla` with the policy that `choosePolicy` names now and the hours that `hoursOfSla`
 *   names for it. Nothing else touches the clocks: giving a conversation on, asking and queueing again change nothing.
 * - Store the state that is returned and keep one timer at `nextSlaInstant`; when it fires, apply `instant-reached`. A
 *   timer that fires late, twice or not at all does no harm: every event marks what was due before it, at its deadline.
 * - `marks` is what was reached for the first time: the policy's `onWarning` and `onBreach` follow from it, the time of
 *   the record is the mark's. Where a warning and a breach come at once, the breach is enough to tell.
 * - `customer-wrote` is for messages that await an answer, `person-wrote` for what the customer reads (no notes).
 */
import type { Hours } from "../hours/hours.ts";
import {
  type ClockTerms,
  cancelClock,
  fire,
  isActive,
  lastSeen,
  meetClock,
  nextInstant,
  pauseClock,
  resumeClock,
  retargetClock,
  type SlaClock,
  type SlaMark,
  startClock,
} from "./clock.ts";
import type { SlaPolicy } from "./sla-policy.ts";

export interface SlaState {
  /** `null`: none applies, and the clocks only keep count. */
  readonly policyId: string | null;
  readonly firstResponse: SlaClock;
  /** Of the last question after the first response; `null`: there was none. */
  readonly nextResponse: SlaClock | null;
  readonly resolution: SlaClock;
}

export type SlaPromise = keyof SlaPolicy["targets"];

export type SlaEventType =
  | "handoff-opened"
  | "customer-wrote"
  | "person-wrote"
  /** Somebody took it: the customer has still read nothing from them. */
  | "person-took"
  /** Given back to the bot: people's part is over. */
  | "handed-back"
  | "closed"
  /** The customer wrote again within the reopen window. */
  | "reopened"
  /** The priority, team or policies changed. A policy with the same id is read again only here. */
  | "policy-changed"
  | "instant-reached";

export interface SlaInput {
  readonly type: SlaEventType;
  readonly at: number;
  /** The one that applies now; `null`: none does. */
  readonly policy: SlaPolicy | null;
  /** Its hours; `null`: the clock on the wall. */
  readonly hours: Hours | null;
}

export interface SlaOutcome {
  readonly state: SlaState | null;
  readonly marks: readonly PromiseMark[];
}

export interface PromiseMark extends SlaMark {
  readonly promise: SlaPromise;
}

export function applySla(state: SlaState | null, input: SlaInput): SlaOutcome {
  if (!state) return begins(input) ? { state: newState(input), marks: [] } : { state, marks: [] };
  const at = Math.max(input.at, ...clocksOf(state).map(lastSeen));
  const before = marked(state, at);
  // Another policy is another promise, from the same start: it may be broken already.
  const adopted = marked(adoptPolicy(before.state, input), at);
  const after = marked(react(adopted.state, { ...input, at }), at);
  return { state: after.state, marks: [...before.marks, ...adopted.marks, ...after.marks] };
}

/** This clock has sent the conversation elsewhere. A clock that begins anew knows nothing of it. */
export function movedBy(state: SlaState, promise: SlaPromise, moved: NonNullable<SlaClock["moved"]>): SlaState {
  const clock = state[promise];
  return clock ? { ...state, [promise]: { ...clock, moved } } : state;
}

/** When the next timer is due; `null`: none is needed until something happens. */
export function nextSlaInstant(state: SlaState | null): number | null {
  const instants = state ? clocksOf(state).flatMap((clock) => nextInstant(clock) ?? []) : [];
  return instants.length === 0 ? null : Math.min(...instants);
}

function begins({ type }: SlaInput): boolean {
  return type === "handoff-opened" || type === "reopened";
}

function newState(input: SlaInput): SlaState {
  return {
    policyId: input.policy?.id ?? null,
    firstResponse: startClock(termsOf("firstResponse", input), input.at),
    nextResponse: null,
    resolution: startClock(termsOf("resolution", input), input.at),
  };
}

function react(state: SlaState, input: SlaInput): SlaState {
  const { at, hours } = input;
  switch (input.type) {
    case "handoff-opened":
      // Opened a second time, it is one that people had ended before.
      return clocksOf(state).some(isActive) ? state : newState(input);
    case "customer-wrote":
      return isActive(state.resolution) ? awaitAnswer(state, input) : state;
    case "reopened":
      return isActive(state.resolution) ? state : awaitAnswer(state, input);
    case "person-wrote":
      return {
        ...state,
        firstResponse: meetClock(state.firstResponse, hours, at),
        nextResponse: state.nextResponse && meetClock(state.nextResponse, hours, at),
        resolution: pauseClock(state.resolution, hours, at),
      };
    case "closed":
    case "handed-back":
      return {
        ...state,
        firstResponse: cancelClock(state.firstResponse, hours, at),
        nextResponse: state.nextResponse && cancelClock(state.nextResponse, hours, at),
        resolution: meetClock(state.resolution, hours, at),
      };
    case "person-took":
    case "policy-changed":
    case "instant-reached":
      return state;
  }
}

/** The customer waits: for the first response while there was none, else for the next one; the first unanswered message counts. */
function awaitAnswer(state: SlaState, input: SlaInput): SlaState {
  const { firstResponse, nextResponse } = state;
  const resolution = resumeClock(state.resolution, countingOf(input), input.at);
  if (firstResponse.phase === "running") return { ...state, resolution };
  if (firstResponse.phase !== "met") {
    return { ...state, resolution, firstResponse: startClock(termsOf("firstResponse", input), input.at) };
  }
  if (nextResponse?.phase === "running") return { ...state, resolution };
  return { ...state, resolution, nextResponse: startClock(termsOf("nextResponse", input), input.at) };
}

function adoptPolicy(state: SlaState, input: SlaInput): SlaState {
  const policyId = input.policy?.id ?? null;
  if (policyId === state.policyId && input.type !== "policy-changed") return state;
  const retargeted = (promise: SlaPromise, clock: SlaClock) => retargetClock(clock, termsOf(promise, input));
  return {
    policyId,
    firstResponse: retargeted("firstResponse", state.firstResponse),
    nextResponse: state.nextResponse && retargeted("nextResponse", state.nextResponse),
    resolution: retargeted("resolution", state.resolution),
  };
}

function marked(state: SlaState, at: number): SlaOutcome & { readonly state: SlaState } {
  const marks: PromiseMark[] = [];
  const fired = (promise: SlaPromise, clock: SlaClock): SlaClock => {
    const { clock: after, marks: found } = fire(clock, at);
    marks.push(...found.map((mark) => ({ ...mark, promise })));
    return after;
  };
  const after: SlaState = {
    policyId: state.policyId,
    firstResponse: fired("firstResponse", state.firstResponse),
    nextResponse: state.nextResponse && fired("nextResponse", state.nextResponse),
    resolution: fired("resolution", state.resolution),
  };
  return { state: after, marks: marks.sort((one, other) => one.at - other.at) };
}

function clocksOf({ firstResponse, nextResponse, resolution }: SlaState): readonly SlaClock[] {
  return nextResponse ? [firstResponse, nextResponse, resolution] : [firstResponse, resolution];
}

function termsOf(promise: SlaPromise, input: SlaInput): ClockTerms {
  const minutes = input.policy?.targets[promise] ?? null;
  return { ...countingOf(input), targetMs: minutes === null ? null : minutes * 60_000 };
}

/** Without a policy nothing has a target, and how it is counted makes no difference to anybody. */
function countingOf({ policy, hours }: SlaInput): Omit<ClockTerms, "targetMs"> {
  return { warnAtPercent: policy?.warnAtPercent ?? 100, hours };
}
