/**
 * What the model must write, as JSON Schema in the part of it that structured output knows: every field required, no
 * others, no lengths. The core holds the result against its own schema afterwards, lengths and message ids included.
 */
const text = (description: string) => ({ type: "string", description });
const messageIds = { type: "array", items: { type: "string" }, description: "Ids of the messages that show it." };

const object = (properties: Readonly<Record<string, unknown>>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const listOf = (properties: Readonly<Record<string, unknown>>) => ({
  type: "array",
  items: object({ ...properties, messageIds }),
});

export const summarySchema = object({
  headline: text("At most 120 characters."),
  situation: text("Two or three sentences."),
  customerGoal: text("What the customer wants to have in the end."),
  tried: listOf({ action: text("What was tried."), result: text("What came of it.") }),
  promises: listOf({ text: text("What was promised to the customer.") }),
  sentiment: object({ label: { type: "string", enum: ["positive", "neutral", "negative", "angry"] }, messageIds }),
  urgency: { type: "string", enum: ["low", "normal", "high"] },
  language: text("Two letters."),
  entities: listOf({ name: text("What it is, for example order number."), value: text("As it was written.") }),
  openQuestions: listOf({ text: text("What the customer asked and nobody answered.") }),
  suggestedNextStep: text("The one thing to do first."),
  suggestedReply: { anyOf: [text("In the customer's language."), { type: "null" }] },
});
