import * as z from "zod";
import { anyId } from "../../protocol/fields.ts";
import { askedOf, reasonLists } from "../../protocol/requests.ts";
import { route } from "../access.ts";
import { requireOwn } from "../caller.ts";
import { presentAskedRequest } from "../present/asked-request.ts";
import { RequestError } from "../problem.ts";
import { standingOf } from "../standing.ts";
import { type ApiParts, answers } from "./parts.ts";

const tags = ["Requests"];

/** What is asked of a person, and what they may answer with. */
export function addRequestRoutes({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/agents/{id}/requests",
      tags,
      summary: "List what is asked of an agent",
      description:
        "By routing and by colleagues, the first to lapse first. An agent's key reads that agent's, a lead's key everybody's.",
      request: { params: z.object({ id: anyId }) },
      responses: { 200: answers(askedOf, "What waits for their answer") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { role } = await standingOf(engine, c.get("caller"));
      if (role === "agent") requireOwn(c.get("caller"), id);
      const asked = await engine.requests.askedOf(id);
      if (!asked) throw new RequestError("not-found", { detail: `There is no agent ${id}.` });
      const requests = asked.requests.map(presentAskedRequest);
      return c.json({ requests, discussions: [...asked.discussions] }, 200);
    },
  );

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/reasons",
      tags,
      summary: "Read the lists of reasons",
      description:
        "For rejecting, for withdrawing, and for what became of a conversation; `settings.reasons` in force.",
      responses: { 200: answers(reasonLists, "The lists in force") },
    }),
    async (c) => {
      const { reject, withdraw, outcomes } = (await engine.settings.versions.current()).settings.reasons;
      return c.json({ reject: [...reject], withdraw: [...withdraw], outcomes: [...outcomes] }, 200);
    },
  );
}
