import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { createdApiKey } from "../../../src/protocol/api-keys.ts";
import { runHere, type ServedBaton, startServedBaton } from "./served-baton.ts";

let baton: ServedBaton;

beforeAll(async () => {
  baton = await startServedBaton();
  for (const id of ["kim", "lee"]) await baton.run("agents", "add", id, "--name", id, "--presence", "away");
});
afterAll(async () => void (await baton.server.stop()));

/** As many as write, in the order in which they did. */
async function waiting(...names: string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push(await baton.write(name));
  onTestFinished(() => Promise.all(ids.map(end)).then(() => undefined));
  return ids;
}

async function end(id: string): Promise<void> {
  await post(`/conversations/${id}/close`, { agentId: "kim", outcome: "resolved" });
}

/** Of an agent, who sees no more than an agent does. */
async function keyOf(agentId: string): Promise<string> {
  const scopes = ["conversations:read", "conversations:write"];
  const response = await post("/keys", { name: agentId, agentId, scopes });
  return createdApiKey.parse(await response.json()).token ?? "";
}

function post(path: string, body: object): Promise<Response> {
  const { environment } = baton;
  return fetch(`${environment.BATON_URL}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${environment.BATON_TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

const idsOf = async (...words: string[]) => (await baton.json("conversations", "list", ...words, "--ids")) as string[];

it("lists who waits and what somebody has, and shows one of them", async () => {
  const [ada = "", ben = ""] = await waiting("ada", "ben");
  expect(await idsOf()).toEqual([ada, ben]);
  await baton.run("conversations", "assign", ada, "--to", "kim", "--even-if-away");
  expect(await idsOf("--waiting")).toEqual([ben]);
  expect(await idsOf("--queue", "chat")).toEqual([ben]);
  expect(await idsOf("--owner", "kim")).toEqual([ada]);
  expect(await idsOf()).toEqual([ben, ada]);
  expect(await idsOf("--limit", "1")).toEqual([ben]);
  const listed = await baton.run("conversations", "list");
  expect(listed.stdout).toContain(`${ben}  waits for queue chat  since `);
  const shown = await baton.run("conversations", "show", ada);
  expect([shown.status, shown.stdout]).toEqual([0, expect.stringMatching(/kim has it[\s\S]*customer +ada/)]);
  expect(await baton.json("conversations", "show", ada)).toMatchObject({ id: ada, agentId: "kim" });
});

it("gives many to one person, and names each that could not be given", async () => {
  const [ada = "", ben = ""] = await waiting("cleo", "dora");
  await baton.run("agents", "set", "lee", "--capacity", "1");
  const words = ["conversations", "assign", ada, ada, ben, "con_none", "--to", "lee", "--even-if-away"];
  const given = await baton.run(...words);
  expect([given.status, given.stdout]).toEqual([1, `${ada}: assigned\n`]);
  expect(given.stderr.trimEnd().split("\n").slice(1)).toEqual([
    `  - ${ben}: This person has no room (agent-full).`,
    "  - con_none: there is no conversation with this id.",
  ]);
  const away = await baton.run("conversations", "assign", ben, "--to", "kim", "--json");
  const told = await baton.run("conversations", "assign", ben, "--to", "kim");
  expect(told.stderr).toContain("(agent-away). --even-if-away gives it to them all the same.");
  expect([away.status, JSON.parse(away.stdout)]).toEqual([
    1,
    { items: [{ conversationId: ben, status: "refused", code: "agent-away", detail: expect.any(String) }] },
  ]);
});

it("says of one that waits why nobody is asked", async () => {
  const [ada = ""] = await waiting("zoe");
  const looked = async () => (await baton.run("conversations", "show", ada)).stdout;
  await expect.poll(looked, { timeout: 20_000 }).toMatch(/looked for +nobody could be asked at \S+: .*kim is away/);
});

it.each([
  ["conversations list --queue chatt", /--queue.*chatt/],
  ["conversations list --owner nobody", /--owner.*nobody/],
  ["requests list --agent nobody", /nobody/],
  ["tasks list --owner nobody", /--owner names no agent: there is no nobody\.$/m],
  ["tasks export --owner nobody", /--owner names no agent: there is no nobody\.$/m],
  ["agents list --team nosuch", /--team.*nosuch/],
  ["ratings list --agent nobody", /--agent.*nobody/],
  ["ratings export --agent nobody", /--agent.*nobody/],
  ["report queue --queue nosuch", /--queue.*nosuch/],
  ["report requests --team nosuch", /--team.*nosuch/],
  ["report queue --queue nosuch,none", /--queue: there is no queue "nosuch" in/],
  ["export --queue nosuch", /--queue: there is no queue "nosuch" in/],
  ["export --table requests --agent nobody", /--agent: there is nobody with the id "nobody"/],
  ["export --team nosuch --rule nomore", /--team: .*"nosuch".*\n.*--rule: there is no rule "nomore" in/],
])("baton %s: names what is not there, and is no list of nothing", async (line, named) => {
  const { status, stdout, stderr } = await baton.run(...line.split(" "));
  expect([status, stdout, stderr]).toEqual([1, "", expect.stringMatching(named)]);
});

it("says that a list is empty, except to a machine", async () => {
  const none = async (...words: string[]) => (await baton.run(...words)).stdout;
  expect(await none("conversations", "list", "--owner", "kim")).toBe("None.\n");
  expect(await none("conversations", "list", "--owner", "kim", "--ids")).toBe("");
  expect(await none("agents", "list", "--role", "lead", "--skill", "none")).toBe("Nobody.\n");
  expect(await none("ratings", "list", "--agent", "kim")).toBe("No ratings.\n");
  expect(await none("webhooks", "list")).toBe("No webhooks.\n");
  expect(await none("export", "--to", "2026-01-02", "--queue", "chat,none")).toMatch(/^id,[^\n]+\r\n$/);
  expect(await none("conversations", "hand-over", "kim")).toBe("None: there was nothing to give.\n");
  expect(await baton.json("conversations", "list", "--owner", "kim")).toEqual([]);
});

it("counts what people have as the wallboard does, and says whose work a lead takes", async () => {
  const [ada = ""] = await waiting("hal");
  await baton.run("agents", "add", "tia", "--name", "Tia", "--role", "lead", "--presence", "away");
  await baton.run("conversations", "assign", ada, "--to", "kim", "--even-if-away");
  const listed = (await baton.run("agents", "list")).stdout;
  expect(listed).toContain("kim: kim, agent, away, open 1, idle 0, offered 0, capacity 5, everybody's work\n");
  expect(listed).toContain("tia: Tia, lead, away, open 0, idle 0, offered 0, capacity 5, in no team\n");
});

it("says of a list what is put aside, and who need not be waited with", async () => {
  const [ada = "", ben = ""] = await waiting("ivo", "jan");
  await baton.run("conversations", "assign", ada, "--to", "kim", "--even-if-away");
  const until = new Date(Date.now() + 3_600_000).toISOString();
  expect((await post(`/conversations/${ada}/snooze`, { agentId: "kim", until })).status).toBe(200);
  expect((await post(`/conversations/${ben}/waiting`, { choice: "later" })).status).toBe(200);
  const listed = (await baton.run("conversations", "list")).stdout;
  expect(listed).toContain(`${ada}  kim has put it aside until ${until}`);
  expect(listed).toMatch(new RegExp(`${ben} {2}waits for queue chat \\(to be answered later\\)`));
});

it("gives back to the queue, and hands over everything that somebody has", async () => {
  const [ada = "", ben = ""] = await waiting("eve", "fay");
  await baton.run("agents", "set", "lee", "--capacity", "5");
  await baton.run("conversations", "assign", ada, ben, "--to", "kim", "--even-if-away");
  expect((await baton.run("conversations", "release", ada, "--note", "Wants a refund.")).stdout).toBe(
    `${ada}: released\n`,
  );
  expect(await idsOf("--owner", "kim")).toEqual([ben]);
  const handed = await baton.run("conversations", "hand-over", "kim", "--queue", "chat", "--note", "Good night.");
  expect([handed.status, handed.stdout]).toEqual([0, `${ben}: handed-over\n`]);
  expect(await idsOf("--owner", "kim")).toEqual([]);
  const placed = await baton.run("conversations", "assign", ada, "con_none", "--queue", "nowhere");
  expect([placed.status, placed.stderr.trimEnd().split("\n").slice(1)]).toEqual([
    1,
    [
      expect.stringMatching(`^  - ${ada}: There is no queue nowhere in the settings in force.*\\(no-such-queue\\)\\.$`),
      "  - con_none: there is no conversation with this id.",
    ],
  ]);
});

it("shows who is asked, and takes a request back with a reason", async () => {
  await baton.run("agents", "add", "lia", "--name", "Lia", "--role", "lead");
  const present = await baton.run("agents", "presence", "lee", "available", "--reason", "Back from lunch");
  expect(present.stdout).toBe("lee: available, Back from lunch\n");
  const [ada = ""] = await waiting("gil");
  const asked = async () =>
    (await baton.json("requests", "list")) as { id: string; agentId: string; conversationId: string }[];
  await expect.poll(asked, { timeout: 20_000 }).toMatchObject([{ agentId: "lee", conversationId: ada }]);
  const [request] = await asked();
  expect((await baton.run("requests", "list", "--agent", "kim")).stdout).toBe("Nobody is asked.\n");
  expect((await baton.run("requests", "list")).stdout).toContain(`${request?.id}  asks lee  offer  by routing`);
  const { BATON_URL = "" } = baton.environment;
  const ofKim = await runHere(["requests", "list"], { BATON_URL, BATON_TOKEN: await keyOf("kim") });
  expect(ofKim).toEqual({ status: 0, stdout: "Nobody is asked.\n", stderr: "" });
  const withdraw = (...words: string[]) =>
    baton.run("requests", "withdraw", request?.id ?? "", "--reason", "It was solved", ...words);
  expect((await withdraw()).stderr).toContain("--by is required");
  expect(await withdraw("--by", "lia")).toMatchObject({ status: 0, stdout: `${request?.id}: withdrawn\n` });
  expect(await withdraw("--by", "lia")).toMatchObject({ status: 1, stderr: expect.stringContaining("withdrawn at") });
  const strange = await baton.run("agents", "presence", "lee", "lunch");
  expect([strange.status, strange.stderr]).toEqual([1, expect.stringContaining("The status lunch names no status")]);
});
