import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { reachSettings, type SettingsClient } from "../../src/entry/cli/reach/settings-client.ts";
import { partsOfBody } from "../../src/entry/cli/settings/settings-compare.ts";
import { readFolder, writeFolder } from "../../src/entry/cli/settings/settings-folder.ts";
import { type PushOptions, pushFolder } from "../../src/entry/cli/settings/settings-push.ts";
import { readConfig } from "../../src/entry/config.ts";
import { settingsInFull } from "../../src/protocol/settings-api.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A lead's folder of settings, and what `baton settings` does with it. */
export interface LeadsFolder {
  readonly path: string;
  write(name: string, content: string): Promise<void>;
  edit(name: string, from: string, to: string): Promise<void>;
  pull(client: SettingsClient): Promise<Awaited<ReturnType<typeof writeFolder>>>;
  push(client: SettingsClient, options?: Partial<PushOptions>): ReturnType<typeof pushFolder>;
}

export async function leadsFolder(): Promise<LeadsFolder> {
  const path = await temporaryFolder();
  return {
    path,
    async write(name, content) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    },
    async edit(name, from, to) {
      const before = await readFile(join(path, name), "utf8");
      if (!before.includes(from)) throw new Error(`${name} has no ${from}:\n${before}`);
      await writeFile(join(path, name), before.replace(from, to));
    },
    async pull(client) {
      const { number, settings } = await inForce(client);
      return writeFolder(path, partsOfBody(settings), number);
    },
    push: async (client, options) =>
      pushFolder(client, await readFolder(path), { note: "", isPublishing: true, ...options }),
  };
}

export async function inForce(client: SettingsClient) {
  const answer = await client.call("GET", "", { answer: settingsInFull });
  if (answer.status === "refused") throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

/** The client that a command would get with this environment. */
export async function reach(environment: Record<string, string>): Promise<SettingsClient> {
  const read = readConfig({ BATON_DATA_DIR: await temporaryFolder(), ...environment });
  if (read.status === "invalid") throw new Error(JSON.stringify(read.problems));
  const { BATON_URL: url = null, BATON_TOKEN: token = null } = environment;
  const reaching = await reachSettings(read.config, { url, token });
  if (reaching.status === "unreachable") throw new Error(reaching.problem);
  onTestFinished(reaching.close);
  return reaching.client;
}

export function offerFile(words: string): string {
  const scope = "scope: { rule: null, channel: null, team: null, reason: null, hours: null }";
  return `# ours\nmoment: handoff.offer\n${scope}\nisMuted: false\nbyLocale: { en: ${words} }\n`;
}
