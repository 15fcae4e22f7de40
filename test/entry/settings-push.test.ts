import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import * as z from "zod";
import { starterSettings } from "../../src/core/settings/starter.ts";
import type { SettingsClient } from "../../src/entry/cli/reach/settings-client.ts";
import { readConfig } from "../../src/entry/config.ts";
import { createLogger } from "../../src/entry/node/logger.ts";
import { startNode } from "../../src/entry/node.ts";
import { settingsDraft } from "../../src/protocol/settings-api.ts";
import { startRedis } from "../support/redis.ts";
import { startOutside } from "./outside.ts";
import { inForce, type LeadsFolder, leadsFolder, offerFile, reach } from "./settings-folder.ts";

let client: SettingsClient;
let folder: LeadsFolder;

describe("a pushed folder", () => {
  beforeEach(async () => {
    client = await reach({});
    folder = await leadsFolder();
    await folder.pull(client);
  });

  async function publishElsewhere(name: string): Promise<void> {
    const body = { name: "x", changes: { company: { ...starterSettings.company, name } } };
    const created = await client.call("POST", "/drafts", { body, answer: settingsDraft });
    if (created.status === "refused") throw new Error(created.code);
    await client.call("POST", `/drafts/${created.value.id}/publish`, { body: {}, answer: z.unknown() });
  }

  const drafts = async () => {
    const answer = await client.call("GET", "/drafts", { answer: z.object({ items: z.array(settingsDraft) }) });
    return answer.status === "answered" ? answer.value.items : [];
  };

  it("is refused with the file and line of everything that has the wrong shape", async () => {
    await folder.edit("rules/danger.yaml", "priority: urgent", "priority: now");
    await folder.edit("company.yaml", "contact:", "phone: 1\ncontact:");
    await folder.write("rules/Wrong Name.yaml", "name: x\n");
    await folder.write("colours.yaml", "red: 1\n");
    await rm(join(folder.path, "abuse.yaml"));
    const pushed = await folder.push(client);
    expect(pushed.status === "refused" && pushed.problems).toEqual([
      { file: "colours.yaml", line: 1, message: expect.stringContaining("is no part of the settings") },
      { file: "company.yaml", line: 3, message: "phone is not a field that exists here" },
      { file: "rules/Wrong Name.yaml", line: 1, message: expect.stringContaining("is no part of the settings") },
      { file: "rules/danger.yaml", line: 17, message: "then.priority must be one of: urgent, high, normal, low" },
      { file: "abuse.yaml", line: 1, message: expect.stringContaining("is missing") },
    ]);
    expect(await drafts()).toEqual([]);
  });

  it("of another server is refused with what to do about it, and leaves no draft", async () => {
    await folder.write(".baton-version", "12\n");
    const pushed = await folder.push(client);
    expect(pushed.status === "refused" && pushed.problems).toEqual([
      { file: "", line: 1, message: expect.stringMatching(/^\.baton-version says .* version 12, .* another server\./) },
    ]);
    expect(await drafts()).toEqual([]);
  });

  it("whose version nobody can read is not taken for all there is", async () => {
    await folder.write(".baton-version", "<<<<<<< HEAD\n3\n");
    const pushed = await folder.push(client);
    const message = "holds no number of a version; pull again, or remove it so that all of the files count";
    expect(pushed.status === "refused" && pushed.problems).toEqual([{ file: ".baton-version", line: 1, message }]);
  });

  it("is refused with the file and line of everything that does not fit together, and leaves no draft", async () => {
    await folder.write("texts/hi.yaml", offerFile('"{{ custmer_name }}"'));
    await folder.edit("queues/chat.yaml", "support", "nobody");
    const pushed = await folder.push(client);
    const problems = pushed.status === "refused" ? pushed.problems.map(({ file, line }) => `${file}:${line}`) : [];
    expect(problems).toEqual(expect.arrayContaining(["texts/hi.yaml:5", "queues/chat.yaml:3"]));
    expect([await drafts(), (await inForce(client)).number]).toEqual([[], 0]);
  });

  it("becomes a draft for somebody else to publish, with what stands against it", async () => {
    await folder.write("texts/hi.yaml", offerFile('"{{ custmer_name }}"'));
    const pushed = await folder.push(client, { isPublishing: false, note: "for review\nin two lines" });
    expect(pushed).toMatchObject({
      status: "drafted",
      parts: ["texts/hi"],
      problems: [{ file: "texts/hi.yaml", line: 5 }],
    });
    expect(await drafts()).toMatchObject([
      { name: "for review", note: "for review\nin two lines", parts: ["texts/hi"] },
    ]);
  });

  it("leaves what others published since it was pulled, and does not write over it unseen", async () => {
    await publishElsewhere("Theirs");
    await folder.write("texts/hi.yaml", offerFile("Hi"));
    expect(await folder.push(client)).toMatchObject({ status: "published", version: 2, parts: ["texts/hi"] });
    expect((await inForce(client)).settings).toMatchObject({ company: { name: "Theirs" }, texts: { hi: {} } });
    await folder.edit("company.yaml", 'name: ""', "name: Ours");
    expect(await folder.push(client)).toMatchObject({
      status: "refused",
      problems: [{ file: "company.yaml", line: 1 }],
    });
    expect(await folder.push(client, { isPublishing: false })).toMatchObject({
      problems: [{ file: "company.yaml", message: expect.stringContaining("version 1 by admin") }],
    });
  });

  it("is the truth when nobody pulled it, and the same again changes nothing", async () => {
    await publishElsewhere("Theirs");
    await rm(join(folder.path, ".baton-version"));
    await rm(join(folder.path, "phrases/complaint.yaml"));
    expect(await folder.push(client)).toMatchObject({ status: "published", parts: ["company", "phrases/complaint"] });
    expect((await inForce(client)).settings).toMatchObject({ company: { name: "" } });
    expect(await folder.push(client)).toEqual({ status: "unchanged" });
  });

  it("is as large as it has to be", async () => {
    const words = (index: number) => `"${"x".repeat(3_900)}${index}"`;
    const names = Array.from({ length: 40 }, (_, index) => `texts/t${index}.yaml`);
    await Promise.all(names.map((name, index) => folder.write(name, offerFile(words(index)))));
    expect(await folder.push(client)).toMatchObject({ status: "published", version: 1 });
    expect(await folder.pull(client)).toMatchObject({ written: [], removed: [] });
  });

  it("is refused at once with ten thousand rules, and with a phrase as long as a book", async () => {
    await folder.write(
      "phrases/long.yaml",
      `name: Long\nphrases:\n  - fine\n  - ${"x".repeat(100_000)}\npolicy: none\n`,
    );
    const long = { file: "phrases/long.yaml", line: 4, message: "phrases.1 must be at most 200 characters long" };
    expect(await folder.push(client)).toEqual({ status: "refused", problems: [long] });
    const danger = await readFile(join(folder.path, "rules/danger.yaml"));
    const names = Array.from({ length: 10_000 }, (_, index) => join(folder.path, `rules/r${index}.yaml`));
    await Promise.all(names.map((name) => writeFile(name, danger)));
    const many = { file: "rules", line: 1, message: "has 10006 files; there may be at most 200" };
    expect(await folder.push(client)).toEqual({ status: "refused", problems: [many] });
    expect((await inForce(client)).number).toBe(0);
  });
});

describe("a pulled folder", () => {
  it("keeps files that say the same as they are, and those that are nobody's part", async () => {
    client = await reach({});
    folder = await leadsFolder();
    await folder.pull(client);
    await folder.edit("company.yaml", 'name: ""', "name: '' # none yet");
    await folder.write("README.md", "what our leads know");
    await folder.write("queues/old.yaml", "name: Old\nteams: []\nlimit: null\n");
    await folder.edit("queues/chat.yaml", "name: Chat", "name: Changed");
    await rm(join(folder.path, "abuse.yaml"));
    const files = ["abuse.yaml", "queues/chat.yaml"];
    expect(await folder.pull(client)).toMatchObject({ written: files, removed: ["queues/old.yaml"] });
    expect(await readFile(join(folder.path, "company.yaml"), "utf8")).toContain("# none yet");
    expect(await readFile(join(folder.path, "README.md"), "utf8")).toContain("leads");
    expect(await folder.pull(client)).toMatchObject({ written: [], removed: [] });
  });
});

it("reaches the Redis that running servers share, and they follow", async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const environment = {
    REDIS_URL: redis.url,
    BATON_SECRET: "s".repeat(32),
    BATON_ADMIN_TOKEN: "t".repeat(24),
    PORT: "0",
  };
  const read = readConfig(environment);
  if (read.status === "invalid") throw new Error(JSON.stringify(read.problems));
  const starting = await startNode(read.config, createLogger("silent"));
  if (starting.status === "refused") throw new Error(starting.problems.join(" "));
  onTestFinished(() => starting.server.stop());
  folder = await leadsFolder();
  client = await reach(environment);
  await folder.pull(client);
  await folder.write("texts/hi.yaml", offerFile("Hi"));
  expect(await folder.push(client)).toMatchObject({ status: "published", version: 1 });
  const overHttp = await reach({ BATON_URL: starting.server.origin, BATON_TOKEN: environment.BATON_ADMIN_TOKEN });
  expect((await inForce(overHttp)).settings.texts.hi).toMatchObject({ byLocale: { en: "Hi" } });
});

it("waits for a server as long as a simulation there may take", async () => {
  const patience = vi.spyOn(AbortSignal, "timeout");
  onTestFinished(() => patience.mockRestore());
  const server = await startOutside((_body, response) => response.end("{}"));
  onTestFinished(server.close);
  client = await reach({ BATON_URL: server.url, BATON_TOKEN: "x" });
  await client.call("POST", "/simulations", { body: {}, answer: z.unknown() });
  expect(Math.min(...patience.mock.calls.map(([ms]) => ms))).toBeGreaterThan(120_000);
});
