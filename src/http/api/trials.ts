import type * as z from "zod";
import type { Property } from "../../core/rules/rule.ts";
import type { Trial } from "../../engine/trials.ts";
import { trialRequest, tried } from "../../protocol/trials.ts";
import { route } from "../access.ts";
import { presentDecided } from "../present/decided.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { draftParams } from "./settings-drafts.ts";
import { draftMissing, invalidField } from "./settings-refusals.ts";

const common = {
  tags: ["Settings"],
  description:
    "For each message: the signals with their words, the rules that were asked, the decision, and what the customer would read. The assistant itself is not asked. Nothing is stored and nobody is told.",
};

/** What would become of a few messages, before anything is published. Works wherever Baton runs. */
export function addTrialRoutes(parts: ApiParts): void {
  const { api, declared } = parts;
  const responses = { 200: answers(tried, "What would happen, message by message") };

  api.openapi(
    route(declared, "settings:read", {
      ...common,
      method: "post",
      path: "/api/v1/settings/try",
      summary: "Try messages on what is in force",
      request: { body: accepts(trialRequest) },
      responses,
    }),
    async (c) => c.json(await runTrial(parts, null, c.req.valid("json")), 200),
  );

  api.openapi(
    route(declared, "settings:read", {
      ...common,
      method: "post",
      path: "/api/v1/settings/drafts/{id}/try",
      summary: "Try messages on a draft",
      request: { params: draftParams, body: accepts(trialRequest) },
      responses,
    }),
    async (c) => c.json(await runTrial(parts, c.req.valid("param").id, c.req.valid("json")), 200),
  );
}

type TrialBody = z.output<typeof trialRequest>;

async function runTrial({ engine }: ApiParts, draftId: string | null, body: TrialBody) {
  const result = await engine.trials.run(draftId, trialOf(body));
  if (result.status === "no-draft") throw draftMissing();
  if (result.status === "no-channel") throw invalidField("body.channel.id", "names no channel there is");
  const messages = result.messages.map(({ decisions, ...message }) => {
    return { ...message, decisions: decisions.map(presentDecided) };
  });
  return { version: result.version, draftId: result.draftId, messages };
}

function trialOf(body: TrialBody): Trial {
  const { channel = null, locale = null, name = null, tags, messages, at } = body;
  const properties = { ...asProperties(body.shownProperties, false), ...asProperties(body.properties, true) };
  return { channel, locale, name, properties, tags, messages, at: at === undefined ? null : Date.parse(at) };
}

function asProperties(values: Readonly<Record<string, string>>, isTrusted: boolean): Record<string, Property> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, isTrusted }]));
}
