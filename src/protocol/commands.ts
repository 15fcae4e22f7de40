/** What agents and the company's other systems ask of a conversation. */
import * as z from "zod";
import { closeOutcome } from "./conversations.ts";
import { anyId, writtenText } from "./fields.ts";
import { wrapUp } from "./handoffs.ts";
import { languageTag } from "./language-tag.ts";
import { propertyChanges } from "./properties.ts";
import { requestFields } from "./request-fields.ts";
import { destination } from "./settings-rules.ts";

/** As people give it; as it is kept, it may grow. */
const wrapUpGiven = requestFields(wrapUp.shape).meta({ id: "GivenWrapUp" });

const acting = {
  agentId: anyId.optional().meta({ description: "Who acts. Required unless the key is bound to an agent." }),
};

export const claimBody = requestFields(acting).meta({ id: "Claim" });
export const textBody = requestFields({ ...acting, text: writtenText }).meta({ id: "Text" });
export const handBackBody = requestFields({
  ...acting,
  note: writtenText.nullish().meta({ description: "For the bot and colleagues." }),
}).meta({ id: "HandBack" });
export const closeBody = requestFields({ ...acting, outcome: closeOutcome, wrapUp: wrapUpGiven.nullish() }).meta({
  id: "Close",
});
export const acceptBody = requestFields(acting).meta({ id: "AcceptRequest" });
const reason = writtenText
  .max(1000)
  .meta({ description: "One of the lead's list (`GET /api/v1/reasons`), or own words." });
export const rejectBody = requestFields({ ...acting, reason }).meta({ id: "RejectRequest" });
export const withdrawBody = requestFields({ ...acting, reason }).meta({ id: "WithdrawRequest" });

export const requestBody = requestFields({
  ...acting,
  kind: z
    .enum(["assign", "discuss"])
    .meta({ description: "`assign`: please take it. `discuss`: please read along and advise." }),
  toAgentId: anyId,
  role: z
    .enum(["agent", "lead", "admin"])
    .nullish()
    .meta({ description: "Only somebody of this role will do; a slip of the hand is refused." }),
  note: writtenText.max(4000).nullish().meta({ description: "For whoever is asked; kept as a note." }),
}).meta({ id: "MakeRequest" });

export const assignBody = requestFields({
  agentId: anyId.meta({ description: "Who gets it." }),
  byAgentId: anyId.optional().meta({ description: "Who decides it: a lead, or the person who has it." }),
  evenIfAway: z
    .boolean()
    .default(false)
    .meta({ description: "Also when they are not there. Never more than they can take." }),
  tellsCustomer: z.boolean().default(true),
}).meta({ id: "Assign" });

export const unassignBody = requestFields({
  ...acting,
  destination: destination.nullish().meta({ description: "Where it goes; by itself back to where it came from." }),
  note: writtenText.max(4000).nullish().meta({ description: "For whoever gets it next." }),
}).meta({ id: "Unassign" });

export const snoozeBody = requestFields({
  ...acting,
  until: z.iso
    .datetime({ offset: true })
    .nullable()
    .meta({ description: "Or until the customer writes; at most 90 days ahead. `null`: it is taken up again now." }),
}).meta({ id: "Snooze" });

export const endDiscussionBody = requestFields(acting).meta({ id: "EndDiscussion" });
export const wrapUpBody = requestFields({ ...acting, wrapUp: wrapUpGiven }).meta({ id: "NoteWrapUp" });
export const waitingBody = requestFields({
  choice: z
    .enum(["here", "later", "email", "cancel"])
    .meta({ description: "`cancel`: the customer does not want a person any more." }),
}).meta({ id: "ChooseWait" });
export const languageBody = requestFields({ ...acting, locale: languageTag }).meta({ id: "SetLanguage" });
export const liftBody = requestFields(acting).meta({ id: "LiftRestraint" });

export const flagBody = requestFields({
  flag: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "must be 1 to 40 of a-z, 0-9 and -, beginning with a letter")
    .meta({ description: "`complex`, `urgent` or a name of your own: rules look at it as `flag:complex`." }),
  reason: writtenText.max(2000).nullish().meta({ description: "In words, for the person who takes over." }),
}).meta({ id: "Flag" });

const tags = z
  .array(
    z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9 _-]{0,39}$/,
        "must be 1 to 40 of a-z, 0-9, blanks, _ and -, beginning with a letter or digit",
      ),
  )
  .max(50);

export const detailsChange = requestFields({
  addTags: tags.optional().meta({ description: "A conversation has at most 50; what is more is left out." }),
  removeTags: tags.optional(),
  properties: propertyChanges
    .optional()
    .meta({ description: "`null` removes one. They come from you, so rules may rely on them." }),
})
  .refine(
    ({ addTags, removeTags, properties }) => addTags ?? removeTags ?? properties,
    "must hold at least one of addTags, removeTags and properties",
  )
  .meta({ id: "DetailsChange" });
