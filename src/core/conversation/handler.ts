import type { TransitionContext } from "./context.ts";
import type { Decision } from "./decision.ts";
import type { Draft } from "./draft.ts";
import type { ConversationEvent, EventType } from "./event.ts";
import type { Control } from "./state.ts";

/** An answer ends the transition without a change; nothing returned means the draft holds. */
export type Stop = Exclude<Decision, { status: "applied" }>;

export type EventOf<T extends EventType> = Extract<ConversationEvent, { type: T }>;

export type Handler<C extends Control, T extends EventType> = (
  draft: Draft,
  control: C,
  event: EventOf<T>,
  context: TransitionContext,
) => Stop | undefined;

/** One answer for every event: a phase that forgets one does not compile. */
export type Handlers<C extends Control> = { readonly [T in EventType]: Handler<C, T> };
