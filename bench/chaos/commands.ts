import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";
import type { ApiClient } from "./api-client.ts";
import type { CommandKind, CommandSeen, Ledger } from "./ledger.ts";
import { replyToken } from "./tokens.ts";

export interface Commands {
  /** Repeats what was not answered until `giveUpAt`; the ledger says what came of it. */
  run(wanted: WantedCommand, giveUpAt: number): Promise<CommandSeen["outcome"]>;
  /** Many conversations to one person in one call, each with an answer of its own. */
  assignMany(conversationIds: readonly string[], agentId: string, giveUpAt: number): Promise<void>;
}

export interface WantedCommand {
  readonly kind: CommandKind;
  readonly conversationId: string;
  readonly agentId: string;
  /** Of an answer to a request. */
  readonly requestId?: string;
  /** Whom a colleague asks, and for what. */
  readonly asked?: { readonly toAgentId: string; readonly kind: "assign" | "discuss" };
}

export interface CommandsOptions {
  readonly api: ApiClient;
  readonly ledger: Ledger;
  readonly random: Random;
}

/** Of somebody who was a moment too late, or whose colleague has no room; not a fault. */
const refusals = new Set([404, 409]);
/** Also of somebody who has lost what they wanted to ask about: it is no longer theirs to decide. */
const notTheirs = 403;

export function createCommands({ api, ledger, random }: CommandsOptions): Commands {
  let lastKey = 0;

  function seen(wanted: Pick<WantedCommand, "kind" | "conversationId" | "agentId" | "requestId">): CommandSeen {
    lastKey += 1;
    const { kind, conversationId, agentId, requestId = null } = wanted;
    const key = `${agentId}-${kind}-${lastKey}`;
    const token = kind === "reply" ? key : null;
    const state = { startedAt: Date.now(), answeredAt: null, attempts: 0, outcome: "unanswered" } as const;
    const command: CommandSeen = { kind, key, conversationId, agentId, token, requestId, ...state };
    ledger.commands.push(command);
    return command;
  }

  /** At times the answer does not reach the desk, though all is well here: it asks again under the same key. */
  async function answered(path: string, body: object, commands: readonly CommandSeen[], giveUpAt: number) {
    const key = commands[0]?.key ?? "";
    while (Date.now() < giveUpAt) {
      for (const command of commands) command.attempts += 1;
      const { status, body: answer } = await api.post(path, body, key);
      if (status !== "lost" && !random.happens(0.15)) return { status, body: answer };
      await sleep(random.between(20, 120));
    }
    return null;
  }

  return {
    async run(wanted, giveUpAt) {
      const { kind } = wanted;
      const command = seen(wanted);
      const answer = await answered(pathOf(wanted), bodyOf(wanted, command.key), [command], giveUpAt);
      if (!answer) return command.outcome;
      const { status } = answer;
      command.answeredAt = Date.now();
      command.outcome = status < 300 ? "done" : "refused";
      const isUsual = refusals.has(status) || (kind === "ask" && status === notTheirs);
      if (command.outcome === "refused" && !isUsual) ledger.oddAnswers.push(`${kind} ${status}`);
      return command.outcome;
    },
    async assignMany(conversationIds, agentId, giveUpAt) {
      if (conversationIds.length === 0) return;
      const commands = conversationIds.map((conversationId) => seen({ kind: "assign", conversationId, agentId }));
      const body = { conversationIds, agentId, evenIfAway: true };
      const answer = await answered("/conversations/assign", body, commands, giveUpAt);
      if (!answer) return;
      if (answer.status !== 200) ledger.oddAnswers.push(`assign many ${answer.status}`);
      const { items = [] } = answer.body as { items?: { conversationId: string; status: string }[] };
      for (const command of commands) {
        const item = items.find(({ conversationId }) => conversationId === command.conversationId);
        command.answeredAt = Date.now();
        command.outcome = item?.status === "assigned" ? "done" : "refused";
      }
    },
  };
}

function pathOf({ kind, conversationId, requestId = "" }: WantedCommand): string {
  const path = {
    ...{ claim: "claim", reply: "replies", "hand-back": "hand-back", close: "close", assign: "assign" },
    ...{ ask: "requests", accept: `requests/${requestId}/accept`, reject: `requests/${requestId}/reject` },
    withdraw: `requests/${requestId}/withdraw`,
  }[kind];
  return `/conversations/${conversationId}/${path}`;
}

function bodyOf({ kind, agentId, asked }: WantedCommand, key: string): object {
  switch (kind) {
    case "reply":
      return { agentId, text: `I looked it up. ${replyToken(key)}` };
    case "close":
      return { agentId, outcome: "resolved" };
    case "reject":
    case "withdraw":
      return { agentId, reason: "Not now" };
    case "ask":
      return { agentId, ...asked };
    case "assign":
      return { agentId, evenIfAway: true };
    default:
      return { agentId };
  }
}
