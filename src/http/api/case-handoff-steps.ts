import * as z from "zod";
import { caseHandoff, caseStart, caseUndo } from "../../protocol/case-handoffs.ts";
import { anyId } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { presentCaseHandoff } from "../present/case-handoff.ts";
import { changedOr } from "./case-refusals.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { requireLeadFor, requireMoverFor } from "./require-lead.ts";

const tags = ["Case handoffs"];
const params = z.object({ id: anyId });

/** From a draft to what is done, and back. It runs here: whoever closes the window stops nothing. */
export function addCaseStepRoutes(parts: ApiParts): void {
  const { api, declared, engine } = parts;
  const responses = { 200: answers(caseHandoff, "As it is now") };

  api.openapi(
    route(declared, "agents:write", {
      method: "post",
      path: "/api/v1/case-handoffs/{id}/verify",
      tags,
      summary: "Verify it",
      description: "Who gets what, how much, and which settings still name the person. Moves nothing.",
      request: { params },
      responses,
    }),
    async (c) => {
      const by = await requireLeadFor(parts, c, c.req.valid("param").id);
      const verified = await engine.caseHandoffs.verify(c.req.valid("param").id, by);
      return c.json(presentCaseHandoff(changedOr(verified)), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "post",
      path: "/api/v1/case-handoffs/{id}/start",
      tags,
      summary: "Hand off the cases",
      description: "Exactly the plan with this hash. Of two who start at once, the second is told who was first.",
      request: { params, body: accepts(caseStart) },
      responses,
    }),
    async (c) => {
      const by = await requireMoverFor(parts, c, c.req.valid("param").id);
      const { hash } = c.req.valid("json");
      const begun = await engine.caseHandoffs.start(c.req.valid("param").id, { by, hash });
      return c.json(presentCaseHandoff(changedOr(begun)), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "post",
      path: "/api/v1/case-handoffs/{id}/stop",
      tags,
      summary: "Stop between two items",
      description: "What has moved stays moved. Continue it, or undo it.",
      request: { params },
      responses,
    }),
    async (c) => {
      const by = await requireLeadFor(parts, c, c.req.valid("param").id);
      const stopped = await engine.caseHandoffs.stop(c.req.valid("param").id, by);
      return c.json(presentCaseHandoff(changedOr(stopped)), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "post",
      path: "/api/v1/case-handoffs/{id}/continue",
      tags,
      summary: "Continue what was stopped, or try again what has failed",
      request: { params },
      responses,
    }),
    async (c) => {
      const by = await requireMoverFor(parts, c, c.req.valid("param").id);
      const begun = await engine.caseHandoffs.proceed(c.req.valid("param").id, by);
      return c.json(presentCaseHandoff(changedOr(begun)), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "post",
      path: "/api/v1/case-handoffs/{id}/undo",
      tags,
      summary: "Undo it",
      description: "Item by item, and only where it is still as it was left: what people changed since is theirs.",
      request: { params, body: accepts(caseUndo) },
      responses,
    }),
    async (c) => {
      const by = await requireMoverFor(parts, c, c.req.valid("param").id);
      const { force: isForced } = c.req.valid("json");
      const begun = await engine.caseHandoffs.undo(c.req.valid("param").id, { by, isForced });
      return c.json(presentCaseHandoff(changedOr(begun)), 200);
    },
  );
}
