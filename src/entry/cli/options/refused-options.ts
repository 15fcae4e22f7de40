import type { RefusedPlace } from "../reach/settings-client.ts";
import { quoted } from "./read-options.ts";

/** What a server says of its query, as the option that was written; `names`: those that are called otherwise there. */
export function inOptions(
  places: readonly RefusedPlace[],
  given: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>> = {},
): readonly string[] {
  return places.map(({ path, message }) => {
    const field = /^query\.([\w-]+)$/.exec(path)?.[1];
    const option = field === undefined ? undefined : (names[field] ?? field);
    const value = option === undefined ? undefined : given[option];
    // What begins with a capital is a sentence by itself.
    if (/^\p{Lu}/u.test(message)) return message;
    if (option === undefined || value === undefined) return path === "" ? message : `${path} ${message}`;
    const sentence = message.replace(/\.$/, "");
    const isNamed = typeof value !== "string" || sentence.includes(value);
    return `--${option} ${sentence}${isNamed ? "" : `, not ${quoted(value)}`}.`;
  });
}
