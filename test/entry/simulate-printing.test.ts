import { describe, expect, it } from "vitest";
import { printSimulation } from "../../src/entry/simulate/print.ts";
import { readScript } from "../../src/entry/simulate/read-script.ts";
import { runScript } from "../../src/entry/simulate/run-script.ts";

const read = readScript(
  "script.yaml",
  `name: evening
locale: en
startsAt: "2026-01-05T16:29:00Z"
parts:
  hours/early:
    name: Early
    timeZone: UTC
    week: { monday: [{ from: "09:00", to: "17:00" }], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }
    exceptions: []
bot: { steps: [], otherwise: { reply: Hello } }
agents: [{ id: robin, name: Robin, shift: early }]
steps:
  - customer: Please get me a human
  - { agent: robin, does: accepts }
  - wait: 2m
`,
);
if (read.status === "invalid") throw new Error(read.problems.join("\n"));
const simulation = await runScript(read.script);
const kindOf = (line: string) => line.split(/\s+/)[1];

describe("a simulation on paper", () => {
  it("shows what people would see, and what is stored for later only with the whole trace", () => {
    const [plain, traced] = [printSimulation(simulation), printSimulation(simulation, { withTrace: true })];
    expect(plain.split("\n").map(kindOf)).toEqual(expect.arrayContaining(["message", "told", "decision"]));
    expect(plain.split("\n").map(kindOf)).not.toContain("effect");
    expect(traced).toMatch(/effect +timer in 1 min \(/);
  });

  it("names nothing where there is nothing to name", () => {
    expect(printSimulation(simulation)).toContain("told      agent robin: shift-ending, normal\n");
    expect(printSimulation(simulation)).not.toContain("null");
  });
});
