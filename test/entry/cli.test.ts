import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import { startServer } from "../support/server.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const example = resolve(import.meta.dirname, "../../examples/simulations/person-asked-for.yaml");

describe("baton", () => {
  it("explains itself, and answers 2 to what it does not know", async () => {
    const cwd = await temporaryFolder();
    expect(await runCli(["help"], { cwd })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("baton start"),
    });
    const misunderstood = [
      { words: ["dance"], there: "baton help" },
      { words: [], there: "baton start" },
      { words: ["start", "now"], there: "baton start" },
      { words: ["check", "--loud"], there: "baton check" },
      { words: ["demo"], there: "baton demo remove" },
      { words: ["simulate"], there: "baton simulate FILE" },
    ];
    const runs = await Promise.all(misunderstood.map(({ words }) => runCli(words, { cwd })));
    for (const [index, run] of runs.entries()) {
      const { words, there } = misunderstood[index] ?? { words: [], there: "" };
      expect(run, words.join(" ")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(there) });
    }
  });

  it("reads a file .env, and what is set outside wins", async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, ".env"), "LOG_LEVEL=loud\nPORT=none\n");
    const { stdout, status } = await runCli(["check", "--json"], { cwd, env: { PORT: "8787" } });
    expect(status).toBe(1);
    expect(stdout).toContain("LOG_LEVEL");
    expect(stdout).not.toContain("PORT must");
  });
});

describe("baton start", () => {
  it("does not start with a setting missing, and names all that are (I13)", async () => {
    const cwd = await temporaryFolder();
    const env = { API_REPLY_URL: "https://shop.example", BOT_WEBHOOK_URL: "https://bot.example", PORT: "many" };
    const { status, stderr } = await runCli(["start"], { cwd, env });
    expect(status).toBe(1);
    for (const variable of ["API_SECRET", "BOT_WEBHOOK_SECRET", "PORT"]) expect(stderr).toContain(variable);
  });

  it("does not start on data that another process works on, nor on a port that is taken", async () => {
    const dataDir = await temporaryFolder();
    const server = await startServer({ dataDir });
    onTestFinished(async () => void (await server.stop()));
    const same = await runCli(["start"], { cwd: dataDir, env: { PORT: "0" } });
    expect(same).toMatchObject({ status: 1, stderr: expect.stringContaining(server.url) });
    const other = await temporaryFolder();
    const taken = await runCli(["start"], { cwd: other, env: { PORT: new URL(server.url).port } });
    expect(taken).toMatchObject({ status: 1, stderr: expect.stringContaining("is taken") });
  });

  it("prints examples that work exactly as they stand there", async () => {
    const server = await startServer();
    onTestFinished(async () => void (await server.stop()));
    const session = z.object({ apiKey: z.string() }).parse(await (await fetch(`${server.url}/demo/session`)).json());
    const say = (text: string) =>
      fetch(`${server.url}/demo/messages`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text }),
      });
    expect((await say("Where is my order?")).status).toBe(200);
    expect((await say("I want a person")).status).toBe(200);
    const headers = { authorization: `Bearer ${session.apiKey}` };
    const queue = await (await fetch(`${server.url}/api/v1/conversations?phase=queue`, { headers })).json();
    expect(queue).toMatchObject({ items: [{ phase: "queue", isTest: true }] });
  });
});

describe("baton check", () => {
  it("says that all is well, or names what is not", async () => {
    const cwd = await temporaryFolder();
    expect(await runCli(["check", "--json"], { cwd })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`"status":"ok"`),
    });
    const secret = `whsec_${btoa("k".repeat(32))}`;
    const nobody = "http://127.0.0.1:9/";
    const env = { API_SECRET: secret, API_REPLY_URL: nobody, BOT_WEBHOOK_SECRET: secret, BOT_WEBHOOK_URL: nobody };
    const { status, stdout } = await runCli(["check"], { cwd, env });
    expect(status).toBe(1);
    for (const variable of ["API_REPLY_URL", "BOT_WEBHOOK_URL"]) expect(stdout).toContain(`PROBLEM  ${variable}`);
  });
});

describe("baton simulate", () => {
  it("answers with its exit status whether the script came out as expected", async () => {
    const cwd = await temporaryFolder();
    const passed = await runCli(["simulate", example, "--json"], { cwd });
    expect(passed.status).toBe(0);
    expect(JSON.parse(passed.stdout)).toMatchObject({ status: "passed" });
    await writeFile(join(cwd, "wrong.yaml"), "name: wrong\nsteps:\n  - customer: Hi\n  - expect: { phase: bot }\n");
    expect(await runCli(["simulate", "wrong.yaml"], { cwd })).toMatchObject({ status: 1 });
    expect(await runCli(["simulate", "nowhere.yaml"], { cwd })).toMatchObject({ status: 1 });
  });
});

describe("baton demo remove", () => {
  async function withConversation(dataDir: string) {
    const server = await startServer({ dataDir });
    const response = await fetch(`${server.url}/demo/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: "I want a person" }),
    });
    expect(response.status).toBe(200);
    return server;
  }

  it("removes it from a server that runs, and it does not come back", async () => {
    const dataDir = await temporaryFolder();
    const server = await withConversation(dataDir);
    const run = await runCli(["demo", "remove", "--json"], { cwd: dataDir });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toEqual({ status: "removed", conversations: 1 });
    expect((await fetch(`${server.url}/demo/session`)).status).toBe(404);
    await server.stop();
    const again = await startServer({ dataDir });
    onTestFinished(async () => void (await again.stop()));
    expect((await fetch(`${again.url}/`)).status).toBe(404);
  });

  it("removes it from the data of a server that was stopped", async () => {
    const dataDir = await temporaryFolder();
    const server = await withConversation(dataDir);
    await server.stop();
    const run = await runCli(["demo", "remove", "--json"], { cwd: dataDir });
    expect(JSON.parse(run.stdout)).toEqual({ status: "removed", conversations: 1 });
    const admin = "a".repeat(24);
    const again = await startServer({ dataDir, env: { BATON_ADMIN_TOKEN: admin } });
    onTestFinished(async () => void (await again.stop()));
    const headers = { authorization: `Bearer ${admin}` };
    expect(await (await fetch(`${again.url}/api/v1/agents`, { headers })).json()).toEqual({ items: [], next: null });
    const queue = await (await fetch(`${again.url}/api/v1/conversations?phase=queue`, { headers })).json();
    expect(queue).toMatchObject({ items: [] });
  });
});
