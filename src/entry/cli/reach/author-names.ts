import { apiKey } from "../../../protocol/api-keys.ts";
import { allOf } from "./all-pages.ts";
import type { SettingsClient } from "./settings-client.ts";

/** `key:key_01` with whose key it is, where that is known; everybody else as they are. */
export type NameAuthor = (author: string) => string;

const isKey = (author: string) => author.startsWith("key:");

/** What a server said, with the keys that it speaks of named in the same way. */
export async function nameAuthorsIn<Place extends { readonly message: string }>(
  client: SettingsClient,
  places: readonly Place[],
): Promise<readonly Place[]> {
  const nameAuthor = await readAuthorNames(
    client,
    places.flatMap(({ message }) => message.match(keyInText) ?? []),
  );
  return places.map((place) => ({ ...place, message: place.message.replace(keyInText, nameAuthor) }));
}

const keyInText = /\bkey:[\w-]+/g;

/** Asked only where a key did something; who may not read the keys sees their ids. */
export async function readAuthorNames(client: SettingsClient, authors: readonly string[]): Promise<NameAuthor> {
  if (!authors.some(isKey)) return (author) => author;
  const keys = await allOf(client, { path: "/api/v1/keys", query: {}, item: apiKey });
  const names = new Map(
    (keys.status === "answered" ? keys.value : []).map(({ id, name, agentId }) => [
      `key:${id}`,
      agentId === null ? name : `${name}, of ${agentId}`,
    ]),
  );
  return (author) => {
    const name = names.get(author);
    return name === undefined ? author : `${author} (${name})`;
  };
}
