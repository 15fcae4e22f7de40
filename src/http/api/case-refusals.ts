import type { CaseHandoff, CaseStatus } from "../../core/casehandoff/case-handoff.ts";
import type { CaseRefusal } from "../../core/casehandoff/transition.ts";
import type { Begun } from "../../engine/casehandoff/begin.ts";
import type { Changed } from "../../engine/casehandoff/change-handoff.ts";
import type { Verified } from "../../engine/casehandoff/verify.ts";
import { isoTime } from "../present/time.ts";
import { RequestError } from "../problem.ts";
import type { ProblemCode } from "../problem-catalog.ts";

type Answer = Changed | Begun | Verified | { readonly status: "stale"; readonly revision: number };

/** The case handoff as it is afterwards, or why not: which one it is, by whom and when, and what can be done. */
export function changedOr(answer: Answer): CaseHandoff {
  if (answer.status === "changed") return answer.handoff;
  throw refusal(answer);
}

export function noCaseHandoff(): RequestError {
  return new RequestError("not-found", { detail: "There is no case handoff with this id." });
}

export function refusal(answer: Exclude<Answer, { status: "changed" }>): RequestError {
  switch (answer.status) {
    case "missing":
      return noCaseHandoff();
    case "settled":
      return new RequestError("case-handoff-state", {
        detail: "This step is done already. Read the case handoff again.",
      });
    case "stale": {
      const detail = `The case handoff is at revision ${answer.revision} now. Read it again.`;
      return new RequestError("case-handoff-changed", { detail });
    }
    case "busy": {
      const { handoffId, by, at } = answer.lock;
      const detail = `Case handoff ${handoffId} moves this person's work right now; ${by} began it at ${isoTime(at)}. Wait until it has ended, or stop it.`;
      return new RequestError("case-handoff-running", { detail });
    }
    case "problems":
      return new RequestError("case-handoff-incomplete", {
        errors: answer.problems.map(({ path, message }) => ({ path, message })),
      });
    case "refused":
      return new RequestError(codes[answer.code], {
        detail: tell(answer.code, answer.handoff),
        ...(answer.code === "date-has-passed" ? { errors: [datePassed] } : {}),
      });
  }
}

const codes: Readonly<Record<CaseRefusal, ProblemCode>> = {
  "already-started": "case-handoff-started",
  "not-verified": "case-handoff-unverified",
  "plan-changed": "case-handoff-unverified",
  "not-running": "case-handoff-state",
  "not-stopped": "case-handoff-state",
  "nothing-to-continue": "case-handoff-state",
  "nothing-to-undo": "case-handoff-state",
  "already-undone": "case-handoff-state",
  "still-running": "case-handoff-running",
  "date-has-passed": "case-handoff-incomplete",
  "items-gone": "case-handoff-state",
  "items-kept": "case-handoff-state",
};

const datePassed = {
  path: "returnAt",
  message: "The date of return has passed since it was verified. Choose another one, and verify it again.",
};

function tell(code: CaseRefusal, handoff: CaseHandoff): string {
  const { id, status } = handoff;
  const who = begunBy(handoff);
  const next = nextSteps[status];
  const sentences: Readonly<Record<CaseRefusal, string>> = {
    "already-started": `It is ${status}: ${who}. Ask them. ${next}`,
    "not-verified": "It was not verified. Verify it first: what is started is what was seen.",
    "plan-changed": "It was verified again after you looked. Look at the plan, and start it with its hash.",
    "not-running": `It does not run: it is ${status}. ${next}`,
    "not-stopped": `It cannot be continued: it is ${status}. ${next}`,
    "nothing-to-continue":
      "Nothing has failed. What people changed meanwhile is theirs: draft a new case handoff for it.",
    "nothing-to-undo": `Nothing has been moved yet: it is ${status}. ${next}`,
    "already-undone": `It was undone: ${who}. ${next}`,
    "still-running":
      status === "undoing" ? `It is on its way back: ${who}. ${next}` : `It runs: ${who}. Stop it first.`,
    "date-has-passed": `${datePassed.path}: ${datePassed.message}`,
    "items-gone": `${keptFor(handoff)} What it came to stays, and there is nothing to go by any more. Draft another one to move things back.`,
    "items-kept": `Its items are kept for ${handoff.choices.keptDays} days after its end. Wait, or undo it.`,
  };
  return `Case handoff ${id}: ${sentences[code]}`;
}

function begunBy(handoff: CaseHandoff): string {
  const { stopped } = handoff;
  const who = lastDoneBy(handoff);
  return stopped ? `${who}, and ${stopped.by} stopped it at ${isoTime(stopped.at)}` : who;
}

function lastDoneBy({ started, continued, undo }: CaseHandoff): string {
  if (continued) return `${continued.by} continued it at ${isoTime(continued.at)}`;
  if (undo?.cause === "date") return `its date came, and it began by itself at ${isoTime(undo.at)}`;
  const last = undo ?? started;
  return last ? `${last.by} began it at ${isoTime(last.at)}` : "nobody has begun it";
}

/** What can be done with one that is there. */
const nextSteps: Readonly<Record<CaseStatus, string>> = {
  draft: "Verify it, then start it.",
  verified: "Start it with its plan's hash.",
  running: "Wait until it has ended, or stop it.",
  undoing: "Wait until it has ended, or stop it.",
  stopped: "Continue it, or undo it.",
  completed: "Undo it, or draft another one for what is left.",
  "completed-with-errors": "Continue it to try again what has failed, or undo it.",
  undone: "Draft another one to move things again.",
};

function keptFor({ choices, itemsGoneAt }: CaseHandoff): string {
  const when = itemsGoneAt === null ? "" : ` at ${isoTime(itemsGoneAt)}`;
  return `Its items were cleared away${when}, ${choices.keptDays} days after its end.`;
}
