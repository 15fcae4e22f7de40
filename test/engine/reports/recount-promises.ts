import type { Message } from "../../../src/core/conversation/message.ts";
import type { ControlRecord } from "../../../src/core/conversation/record.ts";
import { beginsCase, controlsOf, type Log } from "./recount-cases.ts";

/** Promises on the clock on the wall, the same for everybody. */
export interface Targets {
  readonly first: number;
  readonly next: number;
  readonly resolution: number;
}

/** What was promised during one handoff, and missed. */
export interface Promised {
  readonly openedAt: number;
  first: { readonly isMissed: boolean } | null;
  resolution: { readonly isMissed: boolean } | null;
  nextPromised: number;
  nextMissed: number;
}

interface Clock {
  readonly targetMs: number;
  runsSince: number | null;
  ranMs: number;
  isActive: boolean;
  isMet: boolean;
  missedAt: number | null;
}

interface Clocks {
  first: Clock | null;
  next: Clock | null;
  resolution: Clock | null;
}

type Step =
  | { readonly at: number; readonly control: ControlRecord }
  | { readonly at: number; readonly message: Message };

const withPeople = new Set(["queue", "human"]);

/** Walks through one conversation with a stop-watch for each promise. */
export function promisesOf(log: Log, targets: Targets, now: number): readonly Promised[] {
  const found: Promised[] = [];
  const clocks: Clocks = { first: null, next: null, resolution: null };
  let [phase, open]: [string, Promised | null] = ["bot", null];
  const steps = stepsOf(log);

  function tick(at: number): void {
    for (const [name, clock] of Object.entries(clocks) as [keyof Clocks, Clock | null][]) {
      if (!clock || clock.runsSince === null || clock.missedAt !== null) continue;
      const deadline = clock.runsSince + clock.targetMs - clock.ranMs;
      if (deadline > at) continue;
      clock.missedAt = deadline;
      if (name === "next" && open) open.nextMissed += 1;
    }
    if (open) look(open, clocks);
  }

  for (const [index, step] of steps.entries()) {
    tick(step.at);
    if ("message" in step) {
      hear(step.message, phase, steps[index + 1]);
      continue;
    }
    const { control } = step;
    const [had, has] = [withPeople.has(phase), withPeople.has(control.to)];
    if (beginsCase(control, open !== null)) {
      open = { openedAt: control.at, first: null, resolution: null, nextPromised: 0, nextMissed: 0 };
      if (clocks.next?.isActive) open.nextPromised += 1;
      found.push(open);
    }
    if (control.reason.code === "started") clocks.first = clocks.next = clocks.resolution = null;
    if (!had && has) begin(control.at, control.reason.code === "reopened");
    if (had && !has) end(control.at);
    if (open) look(open, clocks);
    if (!has) open = null;
    phase = control.to;
  }
  tick(now);
  return found;

  function hear({ author, at }: Message, during: string, next: Step | undefined): void {
    const leaves = next && "control" in next && !withPeople.has(next.control.to) && next.at === at;
    if (author.type === "customer" && withPeople.has(during) && !leaves) awaitAnswer(at);
    if (author.type !== "agent") return;
    meet(clocks.first, at);
    meet(clocks.next, at);
    stop(clocks.resolution, at);
    if (open) look(open, clocks);
  }

  function begin(at: number, isReopened: boolean): void {
    if (isReopened && clocks.first) {
      awaitAnswer(at);
      return;
    }
    if ([clocks.first, clocks.next, clocks.resolution].some((clock) => clock?.isActive)) return;
    Object.assign(clocks, {
      first: startClock(targets.first, at),
      next: null,
      resolution: startClock(targets.resolution, at),
    });
  }

  /** The customer waits for words of a person. */
  function awaitAnswer(at: number): void {
    const { first, next, resolution } = clocks;
    if (resolution && resolution.runsSince === null) Object.assign(resolution, { runsSince: at, isActive: true });
    if (first?.runsSince != null) return;
    if (!first?.isMet) clocks.first = startClock(targets.first, at);
    else if (next?.runsSince == null) {
      clocks.next = startClock(targets.next, at);
      if (open) open.nextPromised += 1;
    }
  }

  function end(at: number): void {
    for (const clock of [clocks.first, clocks.next]) {
      if (!clock?.isActive) continue;
      stop(clock, at);
      clock.isActive = false;
    }
    meet(clocks.resolution, at);
  }
}

function startClock(targetMs: number, at: number): Clock {
  return { targetMs, runsSince: at, ranMs: 0, isActive: true, isMet: false, missedAt: null };
}

function stop(clock: Clock | null, at: number): void {
  if (!clock || clock.runsSince === null) return;
  clock.ranMs += at - clock.runsSince;
  clock.runsSince = null;
}

function meet(clock: Clock | null, at: number): void {
  if (!clock?.isActive) return;
  stop(clock, at);
  Object.assign(clock, { isActive: false, isMet: true });
}

/** What is promised while it is open is its own, unless the deadline had passed before. */
function look(open: Promised, { first, resolution }: Clocks): void {
  const own = (clock: Clock | null) =>
    clock?.isActive && (clock.missedAt === null || clock.missedAt >= open.openedAt)
      ? { isMissed: clock.missedAt !== null }
      : null;
  open.first = own(first) ?? open.first;
  open.resolution = own(resolution) ?? open.resolution;
}

/** Messages and changes of control as they came: what is said under an epoch comes after its beginning. */
function stepsOf({ records, messages }: Log): readonly Step[] {
  const controls = controlsOf(records).map((control) => ({ at: control.at, control, epoch: control.epoch, order: 0 }));
  const said = messages.map((message) => ({ at: message.at, message, epoch: message.epoch, order: message.seq }));
  return [...controls, ...said].toSorted((one, other) => one.epoch - other.epoch || one.order - other.order);
}
