/** What agents ask of a conversation. */
import * as z from "zod";
import { closeOutcome } from "./conversations.ts";
import { anyId, writtenText } from "./fields.ts";

const acting = {
  agentId: anyId.optional().meta({ description: "Who acts. Required unless the key is bound to an agent." }),
};

export const claimBody = z.object(acting).meta({ id: "Claim" });
export const textBody = z.object({ ...acting, text: writtenText }).meta({ id: "Text" });
export const handBackBody = z
  .object({ ...acting, note: writtenText.nullish().meta({ description: "For the bot and colleagues." }) })
  .meta({ id: "HandBack" });
export const closeBody = z.object({ ...acting, outcome: closeOutcome }).meta({ id: "Close" });
export const acceptBody = z.object(acting).meta({ id: "AcceptRequest" });
export const rejectBody = z.object({ ...acting, reason: writtenText.max(1000) }).meta({ id: "RejectRequest" });
