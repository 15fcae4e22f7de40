import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { partsOfBody } from "../../src/entry/cli/settings/settings-compare.ts";
import { writeFolder } from "../../src/entry/cli/settings/settings-folder.ts";
import { settingsOfFile } from "../../src/entry/simulate/file-settings.ts";
import { printSimulation } from "../../src/entry/simulate/print.ts";
import { readScript } from "../../src/entry/simulate/read-script.ts";
import { runScript, type Simulation } from "../../src/entry/simulate/run-script.ts";
import { settingsBody } from "../../src/protocol/settings.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function play(source: string, file = "script.yaml"): Promise<Simulation> {
  const read = readScript(file, source);
  if (read.status === "invalid") throw new Error(read.problems.join("\n"));
  const chosen = await settingsOfFile({ file, ...read });
  if (chosen.status === "invalid") throw new Error(chosen.problems.join("\n"));
  return runScript(read.script, { settings: chosen.settings });
}

async function problemsOf(source: string, file = "script.yaml"): Promise<readonly string[]> {
  return play(source, file).then(
    () => [],
    (error: Error) => error.message.split("\n"),
  );
}

/** A lead's folder, as `baton settings pull` writes it. */
async function leadsFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), "leads");
  await writeFolder(folder, partsOfBody(settingsBody.parse(starterSettings)), 0);
  return folder;
}

describe("a script's settings", () => {
  it("are the starter set with the parts it gives", async () => {
    const parts =
      'parts: { texts/hi: { moment: handoff.confirmation, scope: { rule: null, channel: null, team: null, reason: null, hours: null }, isMuted: false, byLocale: { en: "Hold on." } } }';
    const steps = 'steps: [{ customer: I want a human }, { expect: { lastText: "Hold on.", rule: request } }]';
    expect(await play(`name: own\nlocale: en\n${parts}\n${steps}\n`)).toMatchObject({ failed: 0, passed: 2 });
  });

  it("may be a folder beside it, in which a removed file is a removed rule", async () => {
    const folder = await leadsFolder();
    const bot = "bot: { steps: [], otherwise: { reply: Hello } }";
    const steps =
      "steps: [{ customer: I want a human }, { expect: { phase: queue, rule: null, destination: queue:e-mail } }]";
    const script = join(folder, "../script.yaml");
    const source = `name: folder\npolicy: leads\n${bot}\n${steps}\n`;
    expect(await play(source, script)).toMatchObject({ failed: 2 });
    const handoff = (await readFile(join(folder, "handoff.yaml"), "utf8")).replace("id: chat", "id: e-mail");
    await writeFile(join(folder, "handoff.yaml"), handoff);
    await rm(join(folder, "rules/request.yaml"));
    expect(await play(source, script)).toMatchObject({ failed: 0, passed: 3 });
  });

  it("are told every mistake with its file and line", async () => {
    const folder = await leadsFolder();
    const script = join(folder, "../script.yaml");
    const steps = "steps: [{ customer: Hi }]";
    expect(
      await problemsOf(
        `name: x\n${steps}\nparts:\n  queues/chat:\n    name: Chat\n    teams: [gone]\n    limit: none\n`,
      ),
    ).toEqual([expect.stringMatching(/^script\.yaml:7: parts\.queues\/chat\.limit: must be number/)]);
    expect(
      await problemsOf(
        `name: x\n${steps}\nparts:\n  queues/chat:\n    name: Chat\n    limit: null\n    teams:\n      - gone\n`,
      ),
    ).toEqual([expect.stringMatching(/^script\.yaml:8: parts\.queues\/chat\.teams\.0: .*no team "gone"/)]);
    expect(await problemsOf(`name: x\npolicy: nowhere\n${steps}\n`, script)).toEqual([
      expect.stringMatching(/script\.yaml:2: policy: there is no folder nowhere/),
    ]);
    const team = join(folder, "teams/support.yaml");
    await writeFile(team, (await readFile(team, "utf8")).replace("hours: always", "hours: gone"));
    expect(await problemsOf(`name: x\npolicy: leads\n${steps}\n`, script)).toEqual([
      expect.stringMatching(/^leads\/teams\/support\.yaml:2: .*no hours "gone"/),
    ]);
    await mkdir(join(folder, "rules"), { recursive: true });
    await writeFile(join(folder, "rules/bad.yaml"), "name: [\n");
    expect((await problemsOf(`name: x\npolicy: leads\n${steps}\n`, script))[0]).toMatch(
      /^leads\/rules\/bad\.yaml:\d+: /,
    );
  });
});

describe("an expectation that does not hold", () => {
  it.each([
    ["signals: [legal]", 'signals: ["legal"]: found ["explicit-request"]'],
    ["signals: []", 'signals: []: found ["explicit-request"]'],
    ["rule: risk", 'rule: "risk": found "request"'],
    ["destination: team:support", 'destination: "team:support": found "queue:chat"'],
    ["priority: high", 'priority: "high": found "normal"'],
    ["lastMoment: handoff.offer", 'lastMoment: "handoff.offer": found "handoff.confirmation"'],
    ["offerOpen: true", "offerOpen: true: found false"],
    ["restraint: blocked", 'restraint: "blocked": found null'],
    ["notified: []", 'notified: []: found ["queue:chat"]'],
    ["packet: { botAnswers: 1 }", "packet botAnswers: 1: found 0"],
    ["packet: { contains: [refund] }", 'packet contains: "refund": it stands nowhere in it'],
    ["settingsVersion: 1", "settingsVersion: 1: found 0"],
  ])("says what was found: %s", async (expected, line) => {
    const simulation = await play(
      `name: x\nlocale: en\nsteps: [{ customer: I want a human }, { expect: { ${expected} } }]\n`,
    );
    expect(simulation).toMatchObject({ failed: 1, passed: 0 });
    expect(printSimulation(simulation)).toContain(`FAIL      ${line}`);
  });

  it("is also a publishing that is refused, or one that is not", async () => {
    const publish = "publish: { teams/support: { name: support, hours: gone } }";
    const refused = await play(`name: x\nsteps: [{ ${publish} }]\n`);
    expect(printSimulation(refused)).toContain("FAIL      teams/support can be published: teams/support.hours: Team");
    const published = await play("name: x\nsteps: [{ publish: { rules/request: null }, refused: true }]\n");
    expect(published).toMatchObject({ failed: 1 });
  });
});

describe("the timeline", () => {
  it("says on request how everything was decided, in a lead's words", async () => {
    const simulation = await play("name: x\nlocale: en\nsteps: [{ customer: Hi. I want a human please }]\n");
    expect(printSimulation(simulation)).not.toContain("matched");
    const withTrace = printSimulation(simulation, { withTrace: true });
    expect(withTrace).toContain("a person is asked to take it, by rule Asks for a person; heard explicit-request in “");
    expect(withTrace).toContain("Asks for a person (request): matched: handoff to queue Chat, reassign, normal");
    expect(withTrace).toContain("no  signal is one of self-harm, threat: found explicit-request");
  });

  it("is of the day that the script begins on", async () => {
    const source = (startsAt: string) => `name: x
startsAt: ${startsAt}
parts:
  hours/office: { name: Office, timeZone: UTC, week: { monday: [{ from: "09:00", to: "17:00" }], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }, exceptions: [] }
  teams/support: { name: support, hours: office }
steps: [{ customer: I want a human }, { expect: { lastMoment: handoff.confirmation } }]
`;
    expect(await play(source("2026-11-23T10:00:00Z"))).toMatchObject({ failed: 0 });
    expect(await play(source("2026-11-23T18:00:00Z"))).toMatchObject({ failed: 1 });
  });
});

it("plays nothing whose steps nobody understands", async () => {
  const bad = [
    "customer: { shouts: Hi }",
    "customer: { presses: bell }",
    "switch: { closed: soon }",
    "switch: { dance: on }",
    "publish: { rulez/x: null }",
    "expect: { signals: [joy] }",
    "expect: { destination: chat }",
    "agent: robin\n    does: sets-language\n    locale: Dutch",
  ];
  const steps = bad.map((step) => `  - ${step}`).join("\n");
  const problems = await problemsOf(`name: x\nsteps:\n${steps}\n`);
  const lines = problems.map((problem) => Number(problem.split(":")[1]));
  expect(lines).toEqual([3, 4, 5, 6, 7, 8, 9, 12]);
});
