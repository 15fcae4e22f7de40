import * as z from "zod";
import { noticeKinds } from "../../core/notifications/notice.ts";
import { choiceOf, type NotificationPreferences } from "../../core/notifications/preferences.ts";
import { anyId, idempotencyHeader } from "../../protocol/fields.ts";
import { preferences, preferencesBody, testRequest, testResult } from "../../protocol/notifications.ts";
import { route } from "../access.ts";
import { type Caller, requireOwn } from "../caller.ts";
import { RequestError } from "../problem.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";

const tags = ["Notifications"];
const params = z.object({ id: anyId });

/** How one agent wants to be told, and whether they can be. */
export function addNotificationPreferenceRoutes({ api, declared, engine }: ApiParts): void {
  const { notifications, agents } = engine;

  async function requireAgent(caller: Caller, id: string): Promise<void> {
    requireOwn(caller, id);
    if (!(await agents.get(id))) throw new RequestError("not-found", { detail: "There is no agent with this id." });
  }

  const present = (chosen: NotificationPreferences) => presentPreferences(chosen, ["in-app", ...notifications.methods]);

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/agents/{id}/notification-preferences",
      tags,
      summary: "Read how an agent wants to be told",
      request: { params },
      responses: { 200: answers(preferences, "What was chosen, and what holds") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      await requireAgent(c.get("caller"), id);
      return c.json(present(await notifications.preferences.get(id)), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "put",
      path: "/api/v1/agents/{id}/notification-preferences",
      tags,
      summary: "Change how an agent wants to be told",
      description:
        "As a whole: what is not named is as usual again. E-mails go to the agent's address, in the agent's language; what quiet hours hold back comes in one message when they end.",
      request: { params, body: accepts(preferencesBody) },
      responses: { 200: answers(preferences, "What was chosen, and what holds") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      await requireAgent(c.get("caller"), id);
      const { kinds, quietHours, slackMemberId } = c.req.valid("json");
      const chosen = { schemaVersion: 1, agentId: id, kinds: given(kinds), quietHours, slackMemberId } as const;
      await notifications.preferences.put(chosen);
      return c.json(present(chosen), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "post",
      path: "/api/v1/agents/{id}/notifications/test",
      tags,
      summary: "Send an agent a test",
      description: "The real way, once and at once, whatever their preferences and quiet hours say.",
      request: { params, headers: idempotencyHeader, body: accepts(testRequest) },
      responses: { 200: answers(z.object({ items: z.array(testResult) }), "What became of each") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      await requireAgent(c.get("caller"), id);
      const results = await notifications.sendTest(id, c.req.valid("json").methods);
      if (!results) throw new RequestError("not-found", { detail: "This agent works here no more." });
      return c.json({ items: [...results] }, 200);
    },
  );
}

type Kinds = NotificationPreferences["kinds"];

/** Only what was sent: a choice that is there and undefined would not be as usual. */
function given(kinds: z.output<typeof preferencesBody>["kinds"]): Kinds {
  const chosen = Object.entries(kinds).flatMap(([kind, methods]) => {
    const named = Object.entries(methods ?? {}).filter(([, choice]) => choice !== undefined);
    return named.length === 0 ? [] : [[kind, Object.fromEntries(named)] as const];
  });
  return Object.fromEntries(chosen) as Kinds;
}

function presentPreferences(
  chosen: NotificationPreferences,
  methods: readonly ("in-app" | "email" | "slack")[],
): z.output<typeof preferences> {
  const { agentId, kinds, quietHours, slackMemberId } = chosen;
  const inForce = noticeKinds.map((kind) => {
    const [inApp, email, slack] = (["in-app", "email", "slack"] as const).map((way) => choiceOf(chosen, kind, way));
    return [kind, { "in-app": inApp, email, slack }];
  });
  return {
    ...{ agentId, quietHours, slackMemberId, methods: [...methods] },
    kinds: { ...kinds } as z.output<typeof preferences>["kinds"],
    inForce: Object.fromEntries(inForce),
  };
}
