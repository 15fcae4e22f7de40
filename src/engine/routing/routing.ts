import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { createAskExternal } from "./ask-external.ts";
import { createMayFind, type MayFind } from "./may-find.ts";
import type { Roster } from "./roster.ts";
import { createRouter, type Router } from "./router.ts";
import { createServeAgent, type ServeAgent } from "./serve-agent.ts";

/** Everything that finds people for those who wait; one for an engine. */
export interface Routing {
  readonly router: Router;
  readonly serveAgent: ServeAgent;
  readonly mayFind: MayFind;
}

export function createRouting(
  parts: Parts,
  handle: HandleEvent,
  { policies, roster }: { readonly policies: Pick<PolicyReader, "for">; readonly roster: Roster },
): Routing {
  const router = createRouter(parts, {
    handle,
    policies,
    roster,
    askExternal: createAskExternal(parts, parts.signedPost ?? null),
  });
  return {
    router,
    serveAgent: createServeAgent(parts, { roster, router, policies }),
    mayFind: createMayFind(parts, { roster, policies }),
  };
}
