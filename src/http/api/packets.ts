import * as z from "zod";
import { anyId } from "../../protocol/fields.ts";
import { packet } from "../../protocol/packets.ts";
import { route } from "../access.ts";
import { presentPacket } from "../present/packet.ts";
import { RequestError } from "../problem.ts";
import { findConversation } from "./find-conversation.ts";
import { type ApiParts, answers } from "./parts.ts";

/** What the person who takes over has to know. */
export function addPacketRoute({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/conversations/{id}/packet",
      tags: ["Conversations"],
      summary: "Read what a person gets with it",
      description:
        "Of the open handoff, or of the one that brought the person who has it. What is known is there at once; a model's account of it follows where one is configured.",
      request: { params: z.object({ id: anyId }) },
      responses: { 200: answers(packet, "The packet") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      await findConversation(engine, id);
      const found = await engine.packets.get(id);
      if (!found) throw new RequestError("not-found", { detail: "Nobody is needed in this conversation." });
      return c.json(presentPacket(found), 200);
    },
  );
}
