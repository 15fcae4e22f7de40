import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Readable, type Writable } from "node:stream";
import { text as textOfStream } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const command = resolve(import.meta.dirname, "../../src/entry/cli.ts");

async function fileOf(name: string, ...lines: readonly string[]) {
  const cwd = await temporaryFolder();
  const file = join(cwd, name);
  await writeFile(file, lines.join("\n"));
  return { cwd, file };
}

function jsonLines(stdout: string): readonly unknown[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function start(cwd: string, words: readonly string[], nodeOptions = "") {
  return spawn(process.execPath, [command, "eval", ...words], {
    cwd,
    env: { PATH: process.env.PATH ?? "", NODE_OPTIONS: nodeOptions },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** Written as fast as it is read, and no line of it kept. */
function feed(stream: Writable, lines: Iterable<string>): void {
  // Whoever reads may have had enough.
  stream.on("error", () => undefined);
  Readable.from(lines).pipe(stream);
}

describe("baton eval --json", () => {
  it("prints one object for each row in order, then the summary", async () => {
    const { cwd, file } = await fileOf(
      "mixed.tsv",
      "text\tlanguage\tlabel\tnote",
      "I want to talk to a human\ten\trequest\tplain",
      "",
      "Where is my parcel?\ten\trequest",
      "Ich habe eine Frage zu meiner Rechnung\tde\tnone",
    );
    const { status, stdout, stderr } = await runCli(["eval", file, "--json"], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const values = jsonLines(stdout);
    expect(values.slice(0, -1)).toEqual([
      {
        ...{ file, line: 2, text: "I want to talk to a human", language: "en", source: null, note: "plain" },
        ...{ label: "request", decision: "handoff", reason: "explicit-request", detectedLanguage: "en" },
        signals: [{ id: "explicit-request", start: 10, end: 25, words: "talk to a human", detail: null }],
        errors: [],
      },
      {
        ...{ file, line: 4, text: "Where is my parcel?", language: "en", source: null, note: null },
        ...{ label: "request", decision: "none", signals: [], reason: null, detectedLanguage: "en" },
        errors: [{ type: "missed", signal: "explicit-request" }],
      },
      {
        ...{ file, line: 5, text: "Ich habe eine Frage zu meiner Rechnung", language: "de", source: null, note: null },
        ...{ label: "none", decision: "none", signals: [], reason: null, detectedLanguage: "de", errors: [] },
      },
    ]);
    expect(values.at(-1)).toMatchObject({
      summary: {
        ...{ settings: "starter", rows: 3 },
        signals: expect.arrayContaining([
          {
            signal: "explicit-request",
            recall: { hits: 1, n: 2, rate: 0.5, low: expect.any(Number), high: expect.any(Number) },
            falsePositives: { hits: 0, n: 1, rate: 0, low: 0, high: expect.any(Number) },
          },
        ]),
        byLanguage: [
          { name: "en", rows: 2 },
          { name: "de", rows: 1 },
        ],
        byFile: [{ name: file, rows: 3 }],
        time: { medianMs: expect.any(Number), p99Ms: expect.any(Number) },
      },
    });
  });

  it("names the detail of what was found, and gives the source where there is one", async () => {
    const { cwd, file } = await fileOf("complaints.tsv", "I want to make a formal complaint\ten\tforum:42");
    const { stdout } = await runCli(["eval", "--json", file], { cwd });
    expect(jsonLines(stdout)[0]).toMatchObject({
      ...{ source: "forum:42", label: null },
      signals: expect.arrayContaining([
        { id: "phrase", start: 17, end: 33, words: "formal complaint", detail: "complaint" },
      ]),
    });
  });

  it("reads several files in turn, and standard input where it is called -", async () => {
    const { cwd, file } = await fileOf("negatives.tsv", "hello\ten\tsomewhere", "goodbye\ten\tsomewhere");
    const child = start(cwd, ["--json", file, "-"]);
    feed(child.stdin, ["\ufeffhola\tes\tnone\r\n", "a human please\ten\t1\r\n"]);
    const values = jsonLines(await textOfStream(child.stdout));
    expect(values.slice(0, -1)).toMatchObject([
      { file, line: 1, text: "hello", label: "none" },
      { file, line: 2, text: "goodbye", label: "none" },
      { file: "-", line: 1, text: "hola", label: "none" },
      { file: "-", line: 2, text: "a human please", label: "request", decision: "handoff" },
    ]);
  });
});

describe("baton eval", () => {
  it("prints tables and a line that says it all", async () => {
    const { cwd, file } = await fileOf("positives.tsv", "I want to talk to a human\ten", "Where is my parcel?\ten");
    const { status, stdout } = await runCli(["eval", file], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^explicit-request\s+2\s+50\.0 % \(9\.5–90\.5\)/mu);
    expect(stdout).toMatch(/^2 sentences, starter settings: requests found 50\.0 % \(9\.5–90\.5\); .*\n$/mu);
    expect(stdout).not.toContain("parcel");
  });

  it("lists with --errors what was missed and what nobody meant, and steers no terminal", async () => {
    const { cwd, file } = await fileOf(
      "labels.tsv",
      "Where is my\u001b[31m parcel?\ten\trequest",
      "I want to talk to a human\ten\trequest",
      "Now let me talk to a human\ten\tnone",
    );
    const { status, stdout } = await runCli(["eval", "--errors", file], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain(
      `${file}:1  en  missed explicit-request; found: nothing; decided: none\n    Where is my [31m parcel?\n`,
    );
    expect(stdout).toMatch(
      /:3 {2}en {2}unwanted explicit-request; found: explicit-request ".*talk to a human"; decided: handoff\n/u,
    );
    expect(stdout).not.toContain(`${file}:2`);
  });

  it("names every file that it cannot read, scores none, and exits 2", async () => {
    const { cwd, file } = await fileOf("positives.tsv", "I want to talk to a human\ten");
    const { status, stdout, stderr } = await runCli(["eval", file, "nowhere.tsv", cwd], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("nowhere.tsv cannot be read (ENOENT)");
    expect(stderr).toContain(`${cwd} is a folder`);
  });

  it("is not understood without a file, or with options it does not have", async () => {
    const { cwd, file } = await fileOf("positives.tsv", "hi\ten");
    for (const words of [["eval"], ["eval", file, "--loud"], ["eval", "-", "-"]]) {
      expect(await runCli(words, { cwd }), words.join(" ")).toMatchObject({ status: 2, stdout: "" });
    }
  });

  it("ends quietly when nobody reads on", async () => {
    const cwd = await temporaryFolder();
    const child = start(cwd, ["--json", "-"]);
    feed(child.stdin, endless("Where is my parcel?\ten\tnone\n"));
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [stderr, [status]] = await Promise.all([textOfStream(child.stderr), once(child, "exit")]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("keeps the order of many sentences", async () => {
    const cwd = await temporaryFolder();
    const child = start(cwd, ["--json", "-"]);
    feed(child.stdin, lines(20_000, "note"));
    const values = (await textOfStream(child.stdout)).trimEnd().split("\n");
    const isInPlace = (value: string, index: number) => value.startsWith(`{"file":"-","line":${index + 1},`);
    expect(values.findIndex((value, index) => !isInPlace(value, index))).toBe(20_000);
    expect(values).toHaveLength(20_001);
  });

  it("needs much less memory than the sentences it scores", async () => {
    const cwd = await temporaryFolder();
    const child = start(cwd, ["-"], "--max-old-space-size=256");
    feed(child.stdin, lines(60_000, "https://shop.example/".padEnd(6_000, "conversation/")));
    expect(await textOfStream(child.stdout)).toContain("60,000 sentences, starter settings");
  }, 60_000);
});

function* endless(line: string): Generator<string> {
  for (;;) yield line.repeat(1_000);
}

/** Each with a note of its own, as a column of links would be. */
function* lines(count: number, note: string): Generator<string> {
  for (let line = 1; line <= count; line++) yield `order ${line}\ten\tnone\t${note}${line}\n`;
}
