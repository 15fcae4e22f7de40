import * as z from "zod";
import type { CaseChoices } from "../../core/casehandoff/choices.ts";
import { startingChoices } from "../../core/casehandoff/choices.ts";
import {
  caseHandoff,
  caseHandoffChange,
  caseItem,
  caseItemsQuery,
  casePreview,
  newCaseHandoff,
} from "../../protocol/case-handoffs.ts";
import { anyId, cursorQuery, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { presentCaseHandoff, presentCaseItem, presentPreview } from "../present/case-handoff.ts";
import { RequestError } from "../problem.ts";
import { addCaseStepRoutes } from "./case-handoff-steps.ts";
import { changedOr, noCaseHandoff, refusal } from "./case-refusals.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { requireLead, requireLeadFor, requireLeadOf, requireReplacing } from "./require-lead.ts";

const tags = ["Case handoffs"];
const params = z.object({ id: anyId });

/** Moving what one person is responsible for: chosen and looked at here, carried out in case-handoff-steps.ts. */
export function addCaseHandoffRoutes(parts: ApiParts): void {
  const { api, declared, engine } = parts;

  api.openapi(
    route(declared, "agents:write", {
      method: "get",
      path: "/api/v1/agents/{id}/cases",
      tags,
      summary: "What somebody is responsible for",
      description: "Module by module, only where they have something active, and the settings that name them.",
      request: { params },
      responses: { 200: answers(casePreview, "Counts, heads and names") },
    }),
    async (c) => {
      await requireLead(parts, c);
      const preview = await engine.caseHandoffs.preview(c.req.valid("param").id);
      if (!preview) throw new RequestError("not-found", { detail: "There is no agent with this id." });
      return c.json(presentPreview(preview), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "post",
      path: "/api/v1/case-handoffs",
      tags,
      summary: "Draft a case handoff",
      description: "Nothing moves before it is verified and started.",
      request: { headers: idempotencyHeader, body: accepts(newCaseHandoff) },
      responses: { 200: answers(caseHandoff, "The draft") },
    }),
    async (c) => {
      const { subjectId, ...given } = c.req.valid("json");
      const by = await requireLeadOf(parts, c, subjectId);
      requireReplacing(c, given.replacementId);
      const choices = { ...startingChoices, ...changeOf(given) };
      const created = await engine.caseHandoffs.create({ subjectId, choices, by }, await idempotencyOf(c));
      if (created.status === "unknown-agent") throw noSubject(subjectId);
      if (created.status === "clash") throw keyReused();
      if (created.status === "created") return c.json(presentCaseHandoff(created.handoff), 200);
      markRepeated(c);
      return c.json(presentCaseHandoff(found(await engine.caseHandoffs.get(created.result))), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "get",
      path: "/api/v1/case-handoffs",
      tags,
      summary: "List case handoffs",
      request: { query: requestFields({ subjectId: anyId.optional(), ...cursorQuery }) },
      responses: { 200: answers(pageOf(caseHandoff), "One page, newest first") },
    }),
    async (c) => {
      await requireLead(parts, c);
      const { subjectId = null, ...paging } = c.req.valid("query");
      const { items, next } = await readPage(paging, (options) => engine.caseHandoffs.list(subjectId, options));
      return c.json({ items: items.map(presentCaseHandoff), next }, 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "get",
      path: "/api/v1/case-handoffs/{id}",
      tags,
      summary: "Read a case handoff",
      description: "With its progress, which is counted in the commits that move things.",
      request: { params },
      responses: { 200: answers(caseHandoff, "As it is now") },
    }),
    async (c) => {
      await requireLead(parts, c);
      return c.json(presentCaseHandoff(found(await engine.caseHandoffs.get(c.req.valid("param").id))), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "get",
      path: "/api/v1/case-handoffs/{id}/items",
      tags,
      summary: "List what it moves",
      request: { params, query: caseItemsQuery },
      responses: { 200: answers(pageOf(caseItem), "One page, in the order of the plan") },
    }),
    async (c) => {
      await requireLead(parts, c);
      const { status = null, ...paging } = c.req.valid("query");
      const handoff = found(await engine.caseHandoffs.get(c.req.valid("param").id));
      const { items, next } = await readPage(paging, (options) => engine.caseHandoffs.items(handoff, status, options));
      return c.json({ items: items.map(presentCaseItem), next }, 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "patch",
      path: "/api/v1/case-handoffs/{id}",
      tags,
      summary: "Change a draft",
      description: "What was verified is not any more: verify it again.",
      request: { params, body: accepts(caseHandoffChange) },
      responses: { 200: answers(caseHandoff, "The draft as it is now") },
    }),
    async (c) => {
      const by = await requireLeadFor(parts, c, c.req.valid("param").id);
      const { revision = null, ...given } = c.req.valid("json");
      requireReplacing(c, given.replacementId);
      const edited = await engine.caseHandoffs.edit(c.req.valid("param").id, changeOf(given), { by, revision });
      return c.json(presentCaseHandoff(changedOr(edited)), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "delete",
      path: "/api/v1/case-handoffs/{id}",
      tags,
      summary: "Discard a draft",
      description: "What has begun stays, as a record of what was moved.",
      request: { params },
      responses: { 200: answers(z.object({ id: z.string() }), "It is gone") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const by = await requireLeadFor(parts, c, id);
      const discarded = await engine.caseHandoffs.discard(id, by);
      if (discarded.status !== "discarded") throw refusal(discarded);
      return c.json({ id }, 200);
    },
  );

  addCaseStepRoutes(parts);
}

function noSubject(id: string): RequestError {
  const message = `There is no agent ${id}.`;
  return new RequestError("unknown-agent", { detail: message, errors: [{ path: "body.subjectId", message }] });
}

type Given = Omit<z.output<typeof caseHandoffChange>, "revision">;

function changeOf({ returnAt, ...given }: Given): Partial<CaseChoices> {
  const change =
    returnAt === undefined ? given : { ...given, returnAt: returnAt === null ? null : Date.parse(returnAt) };
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as Partial<CaseChoices>;
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw noCaseHandoff();
  return value;
}
