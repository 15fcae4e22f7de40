import * as z from "zod";
import type { Conversation } from "../../core/conversation/state.ts";
import type { WaitChoice } from "../../core/conversation/wait-choice.ts";
import { assignBody, snoozeBody, unassignBody, waitingBody, wrapUpBody } from "../../protocol/commands.ts";
import { conversation } from "../../protocol/conversations.ts";
import { anyId, idempotencyHeader } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { actingAgentId } from "../caller.ts";
import type { ApiContext } from "../environment.ts";
import { RequestError } from "../problem.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { runAsAgent, runCommand } from "./run-command.ts";
import { unknownAgent } from "./unknown-agent.ts";

const params = z.object({ id: anyId });
const headers = idempotencyHeader;
const shared = {
  method: "post" as const,
  tags: ["Commands"],
  responses: { 200: answers(conversation, "The conversation as it is now") },
};

/** Whose it is and when, decided without asking; and how the customer waits. */
export function addAssignmentCommandRoutes({ api, declared, engine }: ApiParts): void {
  /** An outside system decides for nobody in particular; a person only for themselves (I14). */
  async function deciding(c: ApiContext, named: string | undefined): Promise<string | null> {
    if (named === undefined && c.get("caller").agentId === null) return null;
    const agentId = actingAgentId(c.get("caller"), named);
    if (await engine.agents.get(agentId)) return agentId;
    throw unknownAgent(agentId);
  }

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/assign",
      summary: "Assign a conversation",
      description: "Directly, without a request. By a lead, the person who has it, or a system of yours.",
      request: { params, headers, body: accepts(assignBody) },
    }),
    async (c) => {
      const { byAgentId, ...wanted } = c.req.valid("json");
      const by = await deciding(c, byAgentId);
      const command = { type: "conversation-assigned", ...wanted, byAgentId: by, jobId: null } as const;
      return c.json(await runCommand(engine, c, { conversationId: c.req.valid("param").id, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/unassign",
      summary: "Give a conversation to a queue",
      description: "It waits for whoever comes next; whoever gave it back is not asked again.",
      request: { params, headers, body: accepts(unassignBody) },
    }),
    async (c) => {
      const { agentId, destination = null, note = null } = c.req.valid("json");
      const by = await deciding(c, agentId);
      const command = { type: "conversation-unassigned", byAgentId: by, destination, note } as const;
      return c.json(await runCommand(engine, c, { conversationId: c.req.valid("param").id, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/snooze",
      summary: "Put a conversation aside",
      description:
        "Until a time, at most 90 days ahead, or until the customer writes; `until: null` ends it. It takes no room meanwhile.",
      request: { params, headers, body: accepts(snoozeBody) },
    }),
    async (c) => {
      const { agentId, until } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const time = until === null ? null : Date.parse(until);
      const command = (by: string) => ({ type: "conversation-snoozed", agentId: by, until: time }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/wrap-up",
      summary: "Say what became of it",
      description: "With a person in control, and after the end: one click is easily forgotten.",
      request: { params, headers, body: accepts(wrapUpBody) },
    }),
    async (c) => {
      const { agentId, wrapUp } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = (by: string) => ({ type: "wrap-up-noted", agentId: by, wrapUp }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/waiting",
      summary: "Say how the customer waits",
      description: "As the customer told you, on a page of yours or by phone. Refused where they do not wait.",
      request: { params, headers, body: accepts(waitingBody) },
    }),
    async (c) => {
      const command = { type: "wait-chosen", choice: c.req.valid("json").choice } as const;
      const conversationId = c.req.valid("param").id;
      return c.json(
        await runCommand(engine, c, { conversationId, command, whenIgnored: waitingOr(command.choice) }),
        200,
      );
    },
  );
}

/** Whoever does not want a person and has none has what they want. */
const waitingOr =
  (choice: WaitChoice) =>
  ({ control }: Conversation) => {
    if (control.phase === "queue" || (choice === "cancel" && control.phase !== "human")) return;
    const detail = control.phase === "human" ? `Agent ${control.agentId} has it.` : `It is in phase ${control.phase}.`;
    throw new RequestError("not-waiting", { detail });
  };
