import { customer, customersQuery } from "../../protocol/customers.ts";
import { pageOf } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { requireOwn } from "../caller.ts";
import { readPage } from "../cursor.ts";
import { presentCustomer } from "../present/customer.ts";
import { RequestError } from "../problem.ts";
import { standingOf } from "../standing.ts";
import { type ApiParts, answers } from "./parts.ts";
import { requireKnown } from "./require-known.ts";

/** Whom somebody looks after: what a leaver leaves to others. */
export function addListCustomersRoute({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/customers",
      tags: ["Customers"],
      summary: "List the customers an agent looks after",
      description: "By when they came. An agent's key reads that agent's, a lead's key everybody's.",
      request: { query: customersQuery },
      responses: { 200: answers(pageOf(customer), "One page") },
    }),
    async (c) => {
      const { accountOwnerId, ...paging } = c.req.valid("query");
      const { role } = await standingOf(engine, c.get("caller"));
      if (role === "agent") requireOwn(c.get("caller"), accountOwnerId);
      const { items, next } = await readPage(paging, async (options) => {
        const listed = await engine.customers.lookedAfterBy(accountOwnerId, options);
        if (listed.status === "listed") return listed;
        const detail = `Owners of before are being looked up, ${listed.looked} conversations so far. Ask again.`;
        throw new RequestError("overloaded", { detail });
      });
      await requireKnown(engine, items, { agent: ["query.accountOwnerId", accountOwnerId] });
      return c.json({ items: items.map(presentCustomer), next }, 200);
    },
  );
}
