import { describeFailure, type ExternalAnswer } from "../external.ts";

export interface Judged {
  /** Whom the service named, where they can take it; `null`: the fallback chooses. */
  readonly agentId: string | null;
  /** Behind the fallback's name: "after external timed out". */
  readonly because: string;
}

/** What an outside service says holds for those who could take it and for nobody else (I7). */
export function judgeExternal(answer: ExternalAnswer | null, eligibleIds: ReadonlySet<string>): Judged {
  if (answer === null) return { agentId: null, because: "after external was not asked" };
  switch (answer.status) {
    case "named":
      if (eligibleIds.has(answer.agentId)) return { agentId: answer.agentId, because: "" };
      return { agentId: null, because: "after external named somebody who cannot take it" };
    case "named-nobody":
      return { agentId: null, because: "after external named nobody" };
    case "failed":
      return { agentId: null, because: `after external ${describeFailure(answer.because)}` };
  }
}
