/** What is asked of us: a field that is not known is refused, so that a slip of the hand is not read as nothing said. */
import * as z from "zod";

const mark = "known: ";

/** An object of a body, or a query. Answers of ours and what platforms send stay lenient: both grow. */
export function requestFields<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, { error: tellKnown });
}

/** The names travel in the issue's message: of the schema nothing else is left where issues become words. */
function tellKnown({ code, inst }: z.core.$ZodRawIssue): string | undefined {
  if (code !== "unrecognized_keys" || !(inst instanceof z.ZodObject)) return undefined;
  return mark + Object.keys(inst.shape).join(", ");
}

/** What could have stood there; none: nobody knows. */
export function knownFields(message: string): readonly string[] {
  return message.startsWith(mark) ? message.slice(mark.length).split(", ") : [];
}
