import { type Agent, readAgent } from "../../src/core/people/agent.ts";
import type { Task } from "../../src/core/tasks/task.ts";
import type { Commit } from "../../src/ports/store.ts";

/** What went past whoever watched every commit and every message that left: beside the records, to hold them against. */
export interface Witnessed {
  readonly commits: number;
  /** When the customer was told that nobody took it, by conversation. */
  readonly exhaustions: ReadonlyMap<string, readonly number[]>;
  /** The fullest that each person was, in units of work. */
  readonly fullest: ReadonlyMap<string, Fullest>;
  /** How often each request was made known, and every end that was made known of it. */
  readonly offered: ReadonlyMap<string, number>;
  readonly ended: ReadonlyMap<string, readonly string[]>;
  /** How often each message was handed to the platform. */
  readonly sent: ReadonlyMap<string, number>;
  /** Every follow-up as it was written last. */
  readonly tasks: ReadonlyMap<string, Task>;
}

export interface Fullest {
  readonly units: number;
  readonly at: number;
}

export interface Witness {
  readonly seen: Witnessed;
  see(commit: Commit): void;
  seeSent(messageId: string): void;
}

export function createWitness(): Witness {
  let commits = 0;
  const exhaustions = new Map<string, number[]>();
  const fullest = new Map<string, Fullest>();
  const offered = new Map<string, number>();
  const ended = new Map<string, string[]>();
  const sent = new Map<string, number>();
  const tasks = new Map<string, Task>();

  function weigh(agent: Agent, at: number): void {
    const taken = Object.values(agent.holds).filter(({ as }) => as !== "idle");
    const units = taken.reduce((sum, hold) => sum + hold.units, 0);
    if (units > (fullest.get(agent.id)?.units ?? 0)) fullest.set(agent.id, { units, at });
  }

  function hear({ type, conversationId, data }: Commit["feed"][number], at: number): void {
    const requestId = String(data.requestId);
    if (type === "request-offered") offered.set(requestId, (offered.get(requestId) ?? 0) + 1);
    if (type === "request-ended") append(ended, requestId, String(data.end));
    if (type === "handoff-exhausted" && conversationId !== null) append(exhaustions, conversationId, at);
  }

  return {
    get seen() {
      return { commits, exhaustions, fullest, offered, ended, sent, tasks };
    },
    see({ at, puts, feed }) {
      commits += 1;
      for (const { kind, id, body } of puts) {
        if (kind === "agent") weigh(readAgent(body), at);
        if (kind === "task") tasks.set(id, body as Task);
      }
      for (const note of feed) hear(note, at);
    },
    seeSent: (messageId) => void sent.set(messageId, (sent.get(messageId) ?? 0) + 1),
  };
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
