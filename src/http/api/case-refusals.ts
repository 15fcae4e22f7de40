import type { CaseHandoff } from "../../core/casehandoff/case-handoff.ts";
import type { CaseRefusal } from "../../core/casehandoff/transition.ts";
import type { Begun } from "../../engine/casehandoff/begin.ts";
import type { Changed } from "../../engine/casehandoff/change-handoff.ts";
import type { Verified } from "../../engine/casehandoff/verify.ts";
import type { Engine } from "../../engine/engine.ts";
import { isoTime } from "../present/time.ts";
import { type ProblemCode, type ProblemDetails, RequestError } from "../problem.ts";

type Answer = Changed | Begun | Verified | { readonly status: "stale"; readonly revision: number };

/** The case handoff as it is afterwards, or why not: by whom and when, and whom to ask (the company's contact). */
export async function changedOr(engine: Engine, answer: Answer): Promise<CaseHandoff> {
  if (answer.status === "changed") return answer.handoff;
  throw await refusal(engine, answer);
}

export function noCaseHandoff(): RequestError {
  return new RequestError("not-found", { detail: "There is no case handoff with this id." });
}

async function refusal(engine: Engine, answer: Exclude<Answer, { status: "changed" }>): Promise<RequestError> {
  switch (answer.status) {
    case "missing":
      return noCaseHandoff();
    case "settled":
      return new RequestError("case-handoff-state", { detail: "It is done already." });
    case "stale": {
      const detail = `The case handoff is at revision ${answer.revision} now. Read it again.`;
      return new RequestError("case-handoff-changed", { detail });
    }
    case "busy": {
      const { handoffId, by, at } = answer.lock;
      const detail = `Case handoff ${handoffId} moves this person's work right now; ${by} began it at ${isoTime(at)}.`;
      return withContact(engine, "case-handoff-running", { detail });
    }
    case "problems": {
      const errors = answer.problems.map(({ path, message }) => ({ path, message }));
      const [first] = errors;
      const detail = first ? `${first.path}: ${first.message}` : "";
      return withContact(engine, "case-handoff-incomplete", { detail, errors });
    }
    case "refused":
      return withContact(engine, codes[answer.code], {
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
  const { status, started, undo, stopped } = handoff;
  const last = undo ?? started;
  const who = last ? `${last.by} began it at ${isoTime(last.at)}` : "nobody has begun it";
  const halted = stopped ? `, and ${stopped.by} stopped it at ${isoTime(stopped.at)}` : "";
  const sentences: Readonly<Record<CaseRefusal, string>> = {
    "already-started": `It is ${status}: ${who}${halted}.`,
    "not-verified": "Verify it first: what is started is what was seen.",
    "plan-changed": "It was verified again after you looked. Look at the plan, and start it with its hash.",
    "not-running": `It does not run: it is ${status}.`,
    "not-stopped": `It cannot be continued: it is ${status}.`,
    "nothing-to-continue": "Nothing has failed. What people changed meanwhile is theirs: verify a new case handoff.",
    "nothing-to-undo": "Nothing has been moved yet.",
    "already-undone": `It was undone: ${who}.`,
    "still-running": `It runs: ${who}. Stop it first.`,
    "date-has-passed": `${datePassed.path}: ${datePassed.message}`,
    "items-gone": `${keptFor(handoff)} What it came to stays, and there is nothing to go by any more.`,
    "items-kept": "Its items are still kept.",
  };
  return sentences[code];
}

function keptFor({ choices, itemsGoneAt }: CaseHandoff): string {
  const when = itemsGoneAt === null ? "" : ` at ${isoTime(itemsGoneAt)}`;
  return `Its items were cleared away${when}, ${choices.keptDays} days after its end.`;
}

async function withContact(engine: Engine, code: ProblemCode, details: ProblemDetails): Promise<RequestError> {
  const { contact } = engine.caseHandoffs.company();
  const detail = contact === "" ? details.detail : `${details.detail} ${contact}`;
  return new RequestError(code, { ...details, ...(detail === undefined ? {} : { detail }) });
}
