import { describe, expect, it } from "vitest";
import { printSimulation } from "../../src/entry/simulate/print.ts";
import { readScript } from "../../src/entry/simulate/read-script.ts";
import { runScript } from "../../src/entry/simulate/run-script.ts";

async function play(source: string): Promise<string> {
  const read = readScript("script.yaml", source);
  if (read.status === "invalid") throw new Error(read.problems.join("\n"));
  return printSimulation(await runScript(read.script));
}

function linesOf(source: string): readonly number[] {
  const read = readScript("script.yaml", source);
  return read.status === "invalid" ? read.problems.map((problem) => Number(problem.split(":")[1])) : [];
}

const office = `name: many
locale: en
bot: { steps: [], otherwise: { reply: Hello } }
agents: [{ id: robin, name: Robin, capacity: 2 }]
`;

describe("many customers", () => {
  it("come one after the other over the time they are given, with what the script says of their name", async () => {
    const played = await play(`${office}customers: { late: { properties: { plan: gold } } }
parts:
  rules/gold:
    name: Gold
    isEnabled: true
    position: 1
    reviewedAt: null
    when: [{ type: property, name: plan, is: [gold], mustBeTrusted: true }]
    then: { action: handoff, destination: { type: queue, id: chat }, behaviour: reassign, fallback: null, assistsWhileWaiting: null, priority: high, notify: [], tasks: [] }
steps:
  - customers: { named: early, count: 3, says: Please get me a human }
  - customers: { named: late, count: 3, says: Please get me a human, within: 10m }
  - expect: { customer: early-3, rule: request }
  - expect: { customer: late-1, rule: gold }
`);
    expect(played).toContain("all 2 expectations hold");
    for (const time of ["0:00", "5:00", "10:00"])
      expect(played).toMatch(new RegExp(`0:${time.padStart(5, "0")}.000.*late-`));
  });

  it("are counted by phase, all of them and by name", async () => {
    const played = await play(`${office}steps:
  - customers: { named: asks, count: 2, says: Please get me a human }
  - customers: { named: chats, count: 3, says: Good morning }
  - expect: { everybody: { queue: 2, bot: 3, human: 0, closed: 0 } }
  - expect: { everybody: { named: asks, bot: 1, mostSystemTexts: 4 } }
`);
    expect(played).toContain("FAIL      asks, bot: 1: found 0");
    expect(played).toContain("FAIL      asks, mostSystemTexts: 4: found 1");
    expect(played).toContain("2 of 6 expectations FAILED");
  });

  it("are found out of turn where the script has another order in mind", async () => {
    const played = await play(`${office}steps:
  - customers: { named: first, count: 1, says: Please get me a human }
  - work: { for: 20s, agents: [robin], writes: Hello, takes: 1h }
  - customers: { named: second, count: 1, says: Please get me a human }
  - expect: { everybody: { servedInOrder: [first, second] } }
  - expect: { everybody: { servedInOrder: [second, first] } }
  - expect: { everybody: { servedInOrder: [third] } }
`);
    expect(played).toContain("FAIL      served in order: second, first: as number 1 came first-1 and not second-1");
    expect(played).toContain("FAIL      served in order: third: nobody was asked for any of them");
    expect(played).toContain("2 of 3 expectations FAILED");
  });
});

describe("people at work", () => {
  it("accept, write, and close after their time, so that the next one has their place", async () => {
    const played = await play(`${office}steps:
  - customers: { named: asks, count: 3, says: Please get me a human }
  - work: { for: 5m, agents: [robin], writes: Hello, takes: 10m }
  - expect: { agents: { robin: { presence: available, has: 2, mostAtOnce: 2 } } }
  - expect: { customer: asks-1, phase: human, agentTexts: 1, lastDelivery: sent }
  - expect: { customer: asks-3, phase: queue, asked: null }
  - work: { for: 10m, agents: [robin], writes: Hello, takes: 10m }
  - expect: { customer: asks-1, phase: closed }
  - expect: { customer: asks-3, phase: human, agent: robin }
`);
    expect(played).toContain("all 11 expectations hold");
  });

  it("are told apart from those who are not in the script, and how full they were is said", async () => {
    const played = await play(`${office}steps:
  - customer: Please get me a human
  - expect: { agents: { robin: { has: 1, mostAtOnce: 2 }, kim: { has: 0 } } }
  - work: { for: 1m, agents: [kim], writes: Hello, takes: 1m }
`);
    expect(played).toContain("FAIL      robin, has: 1: found 0");
    expect(played).toContain("FAIL      robin, mostAtOnce: 2: found 1");
    expect(played.match(/FAIL {6}kim is an agent: there is no/g)).toHaveLength(2);
  });
});

describe("what leads do meanwhile", () => {
  const text = (words: string) =>
    `{ moment: handoff.confirmation, scope: { rule: null, channel: null, team: null, reason: null, hours: null }, isMuted: false, byLocale: { en: "${words}" } }`;

  it("can be restored part by part, and who read what is known", async () => {
    const played = await play(`${office}steps:
  - publish: { texts/hello: ${text("Right.")} }
  - publish: { texts/hello: ${text("Wrong.")} }
  - customer: { says: Please get me a human, from: ana }
  - restore: { version: 1, parts: [texts/hello] }
  - customer: { says: Please get me a human, from: ben }
  - expect: { customer: ben, lastText: Right. }
  - expect: { settings: { version: 3, received: { text: hello, version: 2, by: [ana] } } }
  - expect: { settings: { version: 2, received: { text: hello, version: 3, by: [ana] } } }
  - restore: { version: 1, parts: [texts/none] }
`);
    expect(played).toContain("FAIL      version: 2: found 3");
    expect(played).toContain("FAIL      text hello of version 3 was received by: ana: found ben");
    expect(played).toContain("FAIL      texts/none as in version 1 can be restored: unknown-parts");
    expect(played).toContain("3 of 6 expectations FAILED");
  });

  it("leaves a draft alone until it is published", async () => {
    const played = await play(`${office}steps:
  - draft: Greeting
    parts: { texts/hello: ${text("Hold on.")} }
  - customer: { says: Please get me a human, from: ana }
  - expect: { settings: { version: 0, untouchedDrafts: [Greeting, Nights] } }
  - publishDraft: Greeting
  - publishDraft: Nights
  - customer: { says: Please get me a human, from: ben }
  - expect: { customer: ben, lastText: Hold on., settingsVersion: 1 }
`);
    expect(played).toContain("FAIL      draft Nights is as it was begun: nobody has begun it");
    expect(played).toContain("FAIL      draft Nights can be published: nobody has begun it");
    expect(played).toContain("2 of 6 expectations FAILED");
  });
});

it("is told the line of every mistake in these steps", () => {
  const bad = [
    "customers: { named: Friday, count: 2, says: Hi }",
    "customers: { named: friday, count: 5000, says: Hi }",
    "work: { for: 1m, agents: [robin], writes: Hello, takes: 10ms }",
    "expect: { everybody: { named: friday } }",
    "expect: { agents: { robin: { presence: gone } } }",
    "expect: { settings: { version: new } }",
    "restore: { version: 1, parts: [] }",
    "draft: Nights",
  ];
  expect(linesOf(`name: x\nsteps:\n${bad.map((step) => `  - ${step}`).join("\n")}\n`)).toEqual([
    3, 4, 5, 6, 7, 8, 9, 10,
  ]);
});
