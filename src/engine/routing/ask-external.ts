import type { ExternalAnswer, ExternalFailure, ExternalQuestion } from "../../core/routing/external.ts";
import type { Parts } from "../parts.ts";
import type { SignedPost } from "./signed-post.ts";

export interface ExternalCall {
  readonly id: string;
  readonly url: string;
  readonly question: ExternalQuestion;
  readonly timeoutMs: number;
}

/** Asks a company's own service whom to choose. Every way it can fail is an answer, at once or by the time-out. */
export type AskExternal = (call: ExternalCall) => Promise<ExternalAnswer>;

const maxAnswerBytes = 16 * 1024;
/** Routing has one lane: a service that is down must not hold up everybody's for long. */
const failuresBeforeRest = 3;
const restMs = 30_000;

interface Health {
  failures: number;
  restsUntil: number;
}

export function createAskExternal({ clock }: Pick<Parts, "clock">, post: SignedPost | null): AskExternal {
  const healths = new Map<string, Health>();
  return async ({ id, url, question, timeoutMs }) => {
    if (!post) return failed("not-set-up");
    const health = healths.get(url) ?? { failures: 0, restsUntil: 0 };
    if (clock.now() < health.restsUntil) return failed("resting");
    const answer = await askOnce(post, { id, url, question, timeoutMs });
    if (answer.status === "failed") {
      health.failures += 1;
      if (health.failures >= failuresBeforeRest) health.restsUntil = clock.now() + restMs;
      healths.set(url, health);
    } else {
      healths.delete(url);
    }
    return answer;
  };
}

async function askOnce(post: SignedPost, { id, url, question, timeoutMs }: ExternalCall): Promise<ExternalAnswer> {
  const body = new TextEncoder().encode(JSON.stringify(bodyOf(question)));
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await post({ id, url, body, timeoutMs, maxAnswerBytes }, signal);
    return answer.status === "answered" ? readAnswer(answer.body) : failed(answer.status);
  } catch {
    return failed("failed");
  }
}

/** Ids, codes and times; never what a customer wrote (I15). */
function bodyOf({ enteredQueueAt, ...question }: ExternalQuestion) {
  const data = { ...question, enteredQueueAt: new Date(enteredQueueAt).toISOString() };
  return { type: "route", timestamp: data.enteredQueueAt, data };
}

function readAnswer(bytes: Uint8Array): ExternalAnswer {
  const value = parsed(bytes);
  if (typeof value !== "object" || value === null || !("agentId" in value)) return failed("malformed");
  const { agentId } = value;
  if (agentId === null) return { status: "named-nobody" };
  if (typeof agentId !== "string" || agentId === "" || agentId.length > 200) return failed("malformed");
  return { status: "named", agentId };
}

function parsed(bytes: Uint8Array): unknown {
  if (bytes.length > maxAnswerBytes) return null;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function failed(because: ExternalFailure): ExternalAnswer {
  return { status: "failed", because };
}
