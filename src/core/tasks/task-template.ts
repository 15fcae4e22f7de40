/** How a follow-up is made. Rules name templates; so do moments at which the system itself promises something. */
export interface TaskTemplate {
  readonly id: string;
  readonly name: string;
  /** `call-back`, `note`, `check-in`, or a kind of the company's own. */
  readonly kind: string;
  /** Counted in the hours below. */
  readonly dueMinutes: number;
  /** `team`: while the team of the handoff is open; `always`: the clock on the wall. */
  readonly dueIn: "team" | "always";
  /** Who has to do it: the person who has the conversation (or had it last), the team's head, one person, or whoever takes it. */
  readonly owner: { readonly type: "holder" | "head" | "nobody" } | { readonly type: "agent"; readonly id: string };
  /** Minutes before it is due at which its owner is reminded. */
  readonly remindBefore: readonly number[];
  /** Made by itself at these points, beside the rules that name it. */
  readonly when: readonly TaskMoment[];
  /** A `check-in` is written to the customer by the system when it is due, through the same gate as every automatic text (I3). */
  readonly sendsMessage: boolean;
  /** It promises an answer and nothing more: a person's answer to the customer keeps it. */
  readonly endsWithAnswer: boolean;
}

/** Points at which a promise is made to a customer, so that somebody has to keep it. */
export type TaskMoment =
  | "after-hours"
  | "exhausted"
  | "call-back-promised"
  | "request-expired"
  | "request-rejected"
  | "reply-window-closing"
  | "sla-breached"
  | "accepted"
  | "resolved";

export function newTaskTemplate(
  given: Pick<TaskTemplate, "id" | "name" | "kind" | "dueMinutes"> & Partial<TaskTemplate>,
): TaskTemplate {
  return {
    dueIn: "team",
    owner: { type: "holder" },
    remindBefore: [],
    when: [],
    sendsMessage: false,
    endsWithAnswer: false,
    ...given,
  };
}
