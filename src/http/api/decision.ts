import * as z from "zod";
import { explainDecision } from "../../engine/explain-decision.ts";
import { explanation } from "../../protocol/decisions.ts";
import { anyId } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { presentExplanation } from "../present/explanation.ts";
import { RequestError } from "../problem.ts";
import { findConversation } from "./find-conversation.ts";
import { type ApiParts, answers } from "./parts.ts";

/** Nobody should have to guess why a conversation went where it went (I12). */
export function addDecisionRoute({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/conversations/{id}/decision",
      tags: ["Conversations"],
      summary: "Explain why a person was needed",
      description:
        "The open handoff or alert, else the last handoff: what was known, which rules were asked and what each said.",
      request: { params: z.object({ id: anyId }) },
      responses: { 200: answers(explanation, "The decision, gone through again") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { conversations, settings } = engine;
      const found = await findConversation(engine, id);
      const explained = await explainDecision({ conversations, versions: settings.versions }, found);
      if (!explained) throw new RequestError("not-found", { detail: "Nobody was needed in this conversation so far." });
      return c.json(presentExplanation(id, explained), 200);
    },
  );
}
