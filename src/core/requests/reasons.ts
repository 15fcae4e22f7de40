/** What people may choose from when they say why; free text is always possible. Edited by the lead. */
export interface ReasonLists {
  readonly reject: readonly string[];
  readonly withdraw: readonly string[];
  /** What became of it, when a person ends a conversation. */
  readonly outcomes: readonly string[];
}

export const starterReasons: ReasonLists = {
  reject: ["In a meeting", "Not available", "Handling a priority issue", "Not my field"],
  withdraw: ["No longer needed", "I resolved it myself", "Sent to the wrong person"],
  outcomes: ["Solved", "Solved by a workaround", "Passed on", "Could not be solved", "The customer did not answer"],
};
