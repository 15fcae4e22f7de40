/** A point at which the customer is told something. */
export type Moment =
  /** Control has passed to the queue. */
  | "handoff.confirmation"
  /** Still nobody there. */
  | "handoff.no_agent"
  /** Nobody took it in time. */
  | "handoff.exhausted"
  /** `agent_name` has taken over. */
  | "human.joined"
  /** The assistant is back. */
  | "handoff.returned";
