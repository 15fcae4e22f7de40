import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { createAskExternal } from "./ask-external.ts";
import { createRoster, type Roster } from "./roster.ts";
import { createRouter, type Router } from "./router.ts";
import { createServeAgent, type ServeAgent } from "./serve-agent.ts";

/** Everything that finds people for those who wait; one for an engine. */
export interface Routing {
  readonly roster: Roster;
  readonly router: Router;
  readonly serveAgent: ServeAgent;
}

export function createRouting(parts: Parts, handle: HandleEvent, policies: Pick<PolicyReader, "for">): Routing {
  const roster = createRoster(parts);
  const router = createRouter(parts, {
    handle,
    policies,
    roster,
    askExternal: createAskExternal(parts, parts.signedPost ?? null),
  });
  return {
    roster,
    router,
    serveAgent: createServeAgent(parts, { roster, router, policies }),
  };
}
