import * as z from "zod";
import type { Customer, CustomerChange } from "../../core/customers/customer.ts";
import { readCustomerLines } from "../../core/customers/read-lines.ts";
import type { ImportedLine } from "../../engine/customers/import-lines.ts";
import { customer, customerChange, customersImported } from "../../protocol/customers.ts";
import { anyId } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import type { Caller } from "../caller.ts";
import { presentCustomer } from "../present/customer.ts";
import { RequestError } from "../problem.ts";
import { standingOf } from "../standing.ts";
import { addListCustomersRoute } from "./list-customers.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { unknownAgent } from "./unknown-agent.ts";

const tags = ["Customers"];
const params = z.object({ id: anyId });

export function addCustomerRoutes(parts: ApiParts): void {
  addListCustomersRoute(parts);
  addImportRoute(parts);
  const { api, declared, engine } = parts;
  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/customers/{id}",
      tags,
      summary: "Read a customer",
      request: { params },
      responses: { 200: answers(customer, "What is known of them") },
    }),
    async (c) => c.json(presentCustomer(found(await engine.conversations.customer(c.req.valid("param").id))), 200),
  );

  api.openapi(
    route(declared, "conversations:write", {
      method: "patch",
      path: "/api/v1/customers/{id}",
      tags,
      summary: "Change what is known of a customer",
      description:
        "What is not named stays. Their latest conversations have it right after, and rules read it at the next decision. Who looks after them is a lead's to decide.",
      request: { params, body: accepts(customerChange) },
      responses: { 200: answers(customer, "The customer as they are now") },
    }),
    async (c) => {
      const change = changeOf(c.req.valid("json"));
      if (change.accountOwnerId !== undefined) await requireOwner(parts, c.get("caller"), change.accountOwnerId);
      const changed = await engine.customers.change(c.req.valid("param").id, change);
      return c.json(presentCustomer(found(changed)), 200);
    },
  );

  api.openapi(
    route(declared, "erase", {
      method: "delete",
      path: "/api/v1/customers/{id}",
      tags,
      summary: "Erase a customer",
      description: "And everything they wrote or were written: conversations, messages, records, search. For good.",
      request: { params },
      responses: { 200: answers(z.object({ id: z.string() }), "All of it is gone") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      if (!(await engine.erase(id))) throw noCustomer();
      return c.json({ id }, 200);
    },
  );
}

function addImportRoute({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:write", {
      method: "post",
      path: "/api/v1/customers/import",
      tags,
      summary: "Import customers",
      description:
        "Comma-separated values, at most 5 MB and 20,000 customers. The first line names the columns: `channel`, `address`, and as wished `reference` (your own id of them; the same one on two channels is one customer), `name`, `locale`, `owner` (an agent's id) and `property:plan`. What is empty stays as it is; importing a file again changes nothing. One line that is refused stops no other.",
      request: {
        body: { content: { "text/csv": { schema: z.string() } }, required: true },
      },
      responses: { 200: answers(customersImported, "What became of each line") },
    }),
    async (c) => {
      const { role } = await standingOf(engine, c.get("caller"));
      if (role === "agent") throw new RequestError("not-allowed", { detail: "Only a lead imports customers." });
      const read = readCustomerLines(await c.req.text());
      if (read.status === "broken") throw brokenAt(read);
      return c.json(summed(await engine.customers.import(read.lines)), 200);
    },
  );
}

function summed(lines: readonly ImportedLine[]): z.output<typeof customersImported> {
  const count = (status: ImportedLine["status"]) => lines.filter((line) => line.status === status).length;
  return {
    created: count("created"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    refused: count("refused"),
    lines: [...lines],
  };
}

function brokenAt({ line, message }: { readonly line: number; readonly message: string }): RequestError {
  return new RequestError("invalid", {
    detail: `Line ${line}: ${message}`,
    errors: [{ path: `body.${line}`, message }],
  });
}

type ChangeBody = z.output<typeof customerChange>;

/** Only what was sent: a field that is there and undefined would overwrite. */
function changeOf({ properties, ...change }: ChangeBody): CustomerChange {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (properties === undefined) return given;
  const trusted = Object.entries(properties).map(([name, value]) => [
    name,
    value === null ? null : { value, isTrusted: true },
  ]);
  return { ...given, properties: Object.fromEntries(trusted) };
}

async function requireOwner({ engine }: ApiParts, caller: Caller, ownerId: string | null): Promise<void> {
  const { role } = await standingOf(engine, caller);
  if (role === "agent") throw new RequestError("not-allowed", { detail: "Only a lead says who looks after somebody." });
  const owner = ownerId === null ? null : await engine.agents.get(ownerId);
  if (ownerId !== null && !owner) throw unknownAgent(ownerId);
  if (owner && owner.leftAt !== null) throw new RequestError("agent-left");
}

function found(one: Customer | null): Customer {
  if (!one) throw noCustomer();
  return one;
}

function noCustomer(): RequestError {
  return new RequestError("not-found", { detail: "There is no customer with this id, or they were erased." });
}
