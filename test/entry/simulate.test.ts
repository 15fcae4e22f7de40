import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { printSimulation } from "../../src/entry/simulate/print.ts";
import { readScript } from "../../src/entry/simulate/read-script.ts";
import { runScript, type Simulation } from "../../src/entry/simulate/run-script.ts";

const folder = resolve(import.meta.dirname, "../../examples/simulations");
/** Some play a weekend of four hundred customers, and each is played twice. */
const timeout = 60_000;
const examples = globSync("*.yaml", { cwd: folder }).sort();

async function run(file: string, source: string): Promise<Simulation> {
  const read = readScript(file, source);
  if (read.status === "invalid") throw new Error(read.problems.join("\n"));
  return runScript(read.script);
}

function problemsOf(source: string): readonly string[] {
  const read = readScript("script.yaml", source);
  return read.status === "invalid" ? read.problems : [];
}

it("has examples", () => {
  expect(examples.length).toBeGreaterThanOrEqual(4);
});

describe.each(examples)("%s", (file) => {
  it("comes out as its script expects, and the same every time", { timeout }, async () => {
    const source = readFileSync(resolve(folder, file), "utf8");
    const simulation = await run(file, source);
    expect(simulation.failed, printSimulation(simulation)).toBe(0);
    expect(simulation.passed).toBeGreaterThan(0);
    expect(await run(file, source)).toEqual(simulation);
  });
});

describe("a simulation", () => {
  it("fails where an expectation does not hold, and says what it found", async () => {
    const simulation = await run(
      "script.yaml",
      `
name: wrong
bot: { steps: [], otherwise: { reply: Hello } }
steps:
  - customer: Hi
  - wait: 1s
  - expect: { phase: queue, botTexts: 1 }
`,
    );
    expect(simulation).toMatchObject({ passed: 1, failed: 1 });
    expect(printSimulation(simulation)).toContain('FAIL      phase: "queue": found "bot"');
  });

  it("fails where a command was refused that was not expected to be", async () => {
    const steps = "  - customer: Hi\n  - { agent: robin, does: replies, text: Hello }\n";
    const source = `name: refused\nagents: [{ id: robin, name: Robin }]\nsteps:\n${steps}`;
    expect(await run("script.yaml", source)).toMatchObject({ failed: 1 });
    const expected = source.replace("text: Hello", "text: Hello, refused: not-in-control");
    expect(await run("script.yaml", expected)).toMatchObject({ failed: 0, passed: 1 });
  });

  it("goes through days of waiting at once", async () => {
    const source = "name: long\nagents: []\nsteps:\n  - customer: Hi\n  - wait: 30d\n  - expect: { phase: queue }\n";
    expect(await run("script.yaml", source)).toMatchObject({ failed: 0, passed: 1 });
  });
});

describe("a script that is not one", () => {
  it("is told every mistake with its line", () => {
    const problems = problemsOf(`name: broken
agents:
  - { id: Robin!, name: Robin }
steps:
  - customer: Hi
  - wait: soon
  - expect: { phase: nowhere }
  - { agent: robin, does: dances }
  - shout: loud
`);
    const lines = problems.map((problem) => problem.split(":").slice(0, 2).join(":"));
    const expected = ["script.yaml:3", "script.yaml:6", "script.yaml:7", "script.yaml:8", "script.yaml:9"];
    expect(lines).toEqual(expected);
  });

  it("is told where the YAML ends to be YAML", () => {
    expect(problemsOf("name: broken\nsteps: [\n")[0]).toMatch(/^script\.yaml:[23]: /);
  });
});
