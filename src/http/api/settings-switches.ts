import { cursorQuery, pageOf } from "../../protocol/fields.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import { closedSwitch, incidentSwitch, settingsSwitches, switchChange } from "../../protocol/settings-use.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { presentSwitchChange, presentSwitches } from "../present/settings.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { authorOf, invalidField } from "./settings-refusals.ts";

const tags = ["Settings"];
const longestMs = 14 * 24 * 3_600_000;
const answer = { 200: answers(settingsSwitches, "What is switched on now") };

/** What cannot wait for a version: closing everything, and telling everybody of an incident. */
export function addSettingsSwitchRoutes({ api, declared, engine, clock }: ApiParts): void {
  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/switches",
      tags,
      summary: "Read the switches",
      responses: answer,
    }),
    async (c) => c.json(presentSwitches(await engine.settings.switches.get()), 200),
  );

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/switch-changes",
      tags,
      summary: "List who switched what",
      request: { query: requestFields(cursorQuery) },
      responses: { 200: answers(pageOf(switchChange), "One page, newest first") },
    }),
    async (c) => {
      const { items, next } = await readPage(c.req.valid("query"), engine.settings.switches.history);
      return c.json({ items: items.map(presentSwitchChange), next }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "put",
      path: "/api/v1/settings/switches/closed",
      tags,
      summary: "Close, whatever the hours say",
      description: "At once, until the time given. Handoffs are taken as outside of hours.",
      request: { body: accepts(closedSwitch) },
      responses: answer,
    }),
    async (c) => {
      const until = endTime(c.req.valid("json").until, clock.now());
      const on = { name: "closed", until, by: authorOf(c.get("caller")), byLocale: {} } as const;
      return c.json(presentSwitches(await engine.settings.switches.turnOn(on)), 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "put",
      path: "/api/v1/settings/switches/incident",
      tags,
      summary: "Tell of an incident",
      description: "At once, until the time given. What is written is said as it is.",
      request: { body: accepts(incidentSwitch) },
      responses: answer,
    }),
    async (c) => {
      const { until, byLocale } = c.req.valid("json");
      const by = authorOf(c.get("caller"));
      const on = { name: "incident", until: endTime(until, clock.now()), by, byLocale } as const;
      return c.json(presentSwitches(await engine.settings.switches.turnOn(on)), 200);
    },
  );

  for (const name of ["closed", "incident"] as const) {
    api.openapi(
      route(declared, "settings:write", {
        method: "delete",
        path: `/api/v1/settings/switches/${name}`,
        tags,
        summary: name === "closed" ? "Open again" : "End the incident notice",
        responses: answer,
      }),
      async (c) =>
        c.json(presentSwitches(await engine.settings.switches.turnOff(name, authorOf(c.get("caller")))), 200),
    );
  }
}

function endTime(until: string, now: number): number {
  const time = Date.parse(until);
  if (time <= now) throw invalidField("body.until", "must be in the future");
  if (time > now + longestMs) throw invalidField("body.until", "must be within 14 days");
  return time;
}
