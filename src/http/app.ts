import { OpenAPIHono } from "@hono/zod-openapi";
import type { Engine } from "../engine/engine.ts";
import type { Metrics } from "../engine/metrics.ts";
import type { Channel } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Logger } from "../ports/logger.ts";
import type { Store } from "../ports/store.ts";
import { type DeclaredAccess, guard } from "./access.ts";
import { addAgentRoutes } from "./api/agents.ts";
import { addBacktestRoutes } from "./api/backtests.ts";
import { addBulkRoutes } from "./api/bulk.ts";
import { addCapturedRoute } from "./api/captured.ts";
import { addCaseHandoffRoutes } from "./api/case-handoffs.ts";
import { addCommandRoutes } from "./api/commands.ts";
import { addConversationRoutes } from "./api/conversations.ts";
import { addCustomerRoutes } from "./api/customers.ts";
import { addFeedRoutes } from "./api/feed.ts";
import { addKeyRoutes } from "./api/keys.ts";
import { addNotificationPreferenceRoutes } from "./api/notification-preferences.ts";
import { addNotificationRoutes, addToldRoute } from "./api/notifications.ts";
import { addOperationRoutes } from "./api/operations.ts";
import { addPresenceRoutes } from "./api/presence.ts";
import { addReportRoutes } from "./api/reports.ts";
import { addSettingsRoutes } from "./api/settings.ts";
import { addSimulationRoute } from "./api/simulations.ts";
import { addRatingRoutes } from "./api/surveys.ts";
import { addTaskRoutes } from "./api/tasks.ts";
import { addTrialRoutes } from "./api/trials.ts";
import { addWebhookEndpointRoutes } from "./api/webhook-endpoints.ts";
import { createAuthenticate } from "./caller.ts";
import { invalidRequest } from "./describe-issues.ts";
import { addDocsRoutes } from "./docs/routes.ts";
import type { Api, AppEnvironment } from "./environment.ts";
import { addHealthRoutes } from "./health-routes.ts";
import { jsonBody } from "./json-body.ts";
import { createKeys } from "./keys.ts";
import { mapError } from "./map-error.ts";
import { observe, type Trace } from "./observe.ts";
import { problemResponse } from "./problem.ts";
import type { Simulate } from "./simulate.ts";
import { addSurveyRoutes } from "./surveys/routes.ts";
import { addWebhookRoutes } from "./webhook-routes.ts";

export interface AppOptions {
  readonly engine: Engine;
  /** For the API keys; the engine's own. */
  readonly store: Store;
  readonly channels: ReadonlyMap<string, Channel>;
  /** BATON_ADMIN_TOKEN: may do everything. `null`: only API keys are accepted. */
  readonly adminToken: string | null;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly version: string;
  /** From then on nothing new is taken, and `/ready` says so. */
  readonly isStopping: () => boolean;
  /** Anybody may read `/metrics`. Default: false, it takes the scope `operations`. */
  readonly publicMetrics?: boolean;
  readonly trace?: Trace;
  /** Plays scripted conversations; absent where the runtime cannot. */
  readonly simulate?: Simulate;
}

export interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** The same by path, for tests and `baton`'s own calls. */
  readonly request: (path: string, init?: RequestInit) => Response | Promise<Response>;
  readonly router: Api;
  readonly declared: DeclaredAccess;
}

/** The whole of HTTP over one engine. */
export function createApp(options: AppOptions): App {
  const { engine, store, logger, metrics, clock, ids, trace = null } = options;
  const api: Api = new OpenAPIHono<AppEnvironment>({
    defaultHook: (result) => {
      if (!result.success) throw invalidRequest(result.target, result.error);
    },
  });
  const declared: DeclaredAccess = new Map();
  const keys = createKeys(store, clock, ids, engine.workspaceId);

  api.notFound((c) => problemResponse("not-found", {}, c.get("requestId")));
  api.onError((error, c) => {
    const { code, details, isFault } = mapError(error);
    const requestId = c.get("requestId");
    // The name and nothing more: a message may hold what a customer wrote (I15).
    if (isFault) logger.error("request-failed", { requestId, code, error: error.name });
    // Whoever is known may ask; strangers are told of nobody.
    const contact = c.get("caller") ? engine.settings.helpContact() : undefined;
    return problemResponse(code, { ...details, contact }, requestId);
  });
  api.use("*", observe({ logger, metrics, clock, trace }));
  api.use("*", guard(declared, createAuthenticate(keys, engine.agents.get, options.adminToken)));
  api.use("*", jsonBody);

  const parts = { api, declared, engine, store, keys, clock, ids };
  addWebhookRoutes({ ...options, api, declared });
  addConversationRoutes(parts);
  addCommandRoutes(parts);
  addAgentRoutes(parts);
  addPresenceRoutes(parts);
  addBulkRoutes(parts);
  addFeedRoutes(parts);
  addOperationRoutes(parts);
  addReportRoutes(parts);
  addSettingsRoutes(parts);
  addTrialRoutes(parts);
  addSimulationRoute({ ...parts, channels: options.channels, simulate: options.simulate ?? null });
  addBacktestRoutes(parts);
  addCapturedRoute(parts);
  addTaskRoutes(parts);
  addRatingRoutes(parts);
  addSurveyRoutes(parts);
  addCaseHandoffRoutes(parts);
  addNotificationRoutes(parts);
  addToldRoute(parts);
  addNotificationPreferenceRoutes(parts);
  addWebhookEndpointRoutes(parts);
  addCustomerRoutes(parts);
  addKeyRoutes(parts);
  addHealthRoutes({ ...options, api, declared, publicMetrics: options.publicMetrics ?? false });
  addDocsRoutes({ api, declared, version: options.version });
  return {
    fetch: (request) => api.fetch(request),
    request: (path, init) => api.request(path, init),
    router: api,
    declared,
  };
}
