import * as z from "zod";
import { draftCheck, published, settingsDraft } from "../../../protocol/settings-api.ts";
import type { Answer, SettingsClient } from "../reach/settings-client.ts";
import type { FolderChange } from "./settings-compare.ts";

/** What a draft is made of. */
export interface Upload {
  readonly name: string;
  readonly note: string;
  readonly changes: readonly FolderChange[];
  /** `null`: the version in force. */
  readonly baseVersion: number | null;
}

/** Of one request; a server takes no more than 64 kB at once. */
const maxRequestBytes = 56_000;

/** A draft of all changes, in as many requests as it takes. One that fails on the way leaves no draft behind. */
export async function uploadDraft(client: SettingsClient, upload: Upload): Promise<Answer<string>> {
  const [first = {}, ...others] = inRequests(upload.changes);
  const { name, note, baseVersion } = upload;
  const body = { name, note, changes: first, ...(baseVersion === null ? {} : { baseVersion }) };
  const created = await client.call("POST", "/drafts", { body, answer: settingsDraft });
  if (created.status === "refused") return created;
  const { id } = created.value;
  for (const changes of others) {
    const changed = await client.call("PATCH", `/drafts/${id}`, { body: { changes }, answer: settingsDraft });
    if (changed.status === "answered") continue;
    await discardDraft(client, id);
    return changed;
  }
  return { status: "answered", value: id };
}

export function checkDraft(client: SettingsClient, id: string): Promise<Answer<z.output<typeof draftCheck>>> {
  return client.call("POST", `/drafts/${id}/check`, { answer: draftCheck });
}

export function publishDraft(client: SettingsClient, id: string): Promise<Answer<z.output<typeof published>>> {
  return client.call("POST", `/drafts/${id}/publish`, { body: {}, answer: published });
}

export function discardDraft(client: SettingsClient, id: string): Promise<Answer<unknown>> {
  return client.call("DELETE", `/drafts/${id}`, { answer: z.unknown() });
}

function inRequests(changes: readonly FolderChange[]): readonly Record<string, unknown>[] {
  const requests: Record<string, unknown>[] = [];
  let room = 0;
  for (const { part, after } of changes) {
    const bytes = new TextEncoder().encode(JSON.stringify({ [part]: after })).length;
    if (bytes > room) {
      requests.push({});
      room = maxRequestBytes;
    }
    const request = requests.at(-1);
    if (request) request[part] = after;
    room -= bytes;
  }
  return requests;
}
