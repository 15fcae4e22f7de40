import * as z from "zod";
import { anyId } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { RequestError } from "../problem.ts";
import { type ApiParts, answers } from "./parts.ts";

export function addCustomerRoutes({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "erase", {
      method: "delete",
      path: "/api/v1/customers/{id}",
      tags: ["Customers"],
      summary: "Erase a customer",
      description: "And everything they wrote or were written: conversations, messages, records, search. For good.",
      request: { params: z.object({ id: anyId }) },
      responses: { 200: answers(z.object({ id: z.string() }), "All of it is gone") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      if (!(await engine.erase(id))) {
        throw new RequestError("not-found", { detail: "There is no customer with this id, or they were erased." });
      }
      return c.json({ id }, 200);
    },
  );
}
