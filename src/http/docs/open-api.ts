import type { Api } from "../environment.ts";
import { addOutgoingWebhooks } from "./outgoing-webhooks.ts";

export type OpenApiDocument = ReturnType<Api["getOpenAPI31Document"]>;

const description =
  "Baton carries messages between a company's customers, its AI agent and its people. Send an API key as " +
  "`Authorization: Bearer bk_…`. Times are ISO 8601 in UTC. A field that is not known " +
  "is refused with its name; what you read may have new ones any day. " +
  "Errors are problem details (RFC 9457) with a stable `code`. POST requests take an `Idempotency-Key`. " +
  "A change touches what it names and nothing else. What carries a `revision` takes one with the change, too: then it " +
  "is refused with a code that ends in `-changed` when somebody else was faster; without one the last writer wins.";

export function createDocument(api: Api, version: string): OpenApiDocument {
  api.openAPIRegistry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    description: "An API key, or BATON_ADMIN_TOKEN. Each operation names the scope it needs.",
  });
  addOutgoingWebhooks(api);
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Baton", version, description },
    servers: [{ url: "/" }],
  });
}
