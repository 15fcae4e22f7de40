/** Who writes to the company, and what it knows of them. */
import * as z from "zod";
import { anyId, cursorQuery, displayName, time } from "./fields.ts";
import { languageTag } from "./language-tag.ts";
import { property, propertyChanges } from "./properties.ts";
import { requestFields } from "./request-fields.ts";

export const customer = z
  .object({
    id: z.string(),
    reference: z
      .string()
      .nullable()
      .meta({ description: "Your own id of them: the same one on two channels is one customer." }),
    name: z.string().nullable(),
    locale: z.string().nullable(),
    accountOwnerId: z.string().nullable().meta({ description: "The agent who looks after them." }),
    properties: z.record(z.string(), property),
    identities: z.array(z.object({ channelId: z.string(), address: z.string(), isVerified: z.boolean() })),
    conversationIds: z.array(z.string()),
    createdAt: time,
    isTest: z.boolean(),
  })
  .meta({ id: "Customer" });

export const customerChange = requestFields({
  name: displayName.nullable().optional(),
  locale: languageTag.nullable().optional(),
  accountOwnerId: anyId
    .max(100)
    .nullable()
    .optional()
    .meta({ description: "Rules may send conversations to the account owner. `null`: nobody looks after them." }),
  properties: propertyChanges
    .optional()
    .meta({ description: "`null` removes one. They come from you, so rules may rely on them." }),
})
  .refine((change) => Object.keys(change).length > 0, "must hold at least one field")
  .meta({ id: "CustomerChange" });

export const customersQuery = requestFields({
  accountOwnerId: anyId.max(100).meta({ description: "Whom this agent looks after." }),
  ...cursorQuery,
});

const line = { line: z.int().meta({ description: "Of the file, from 1." }) };

export const customersImported = z
  .object({
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    lines: z
      .array(
        z.discriminatedUnion("status", [
          z.object({ ...line, status: z.enum(["created", "changed", "unchanged"]), customerId: z.string() }),
          z.object({ ...line, status: z.literal("refused"), message: z.string() }),
        ]),
      )
      .meta({ description: "One for each customer in the file." }),
  })
  .meta({ id: "CustomersImported" });

export type CustomerBody = z.output<typeof customer>;
