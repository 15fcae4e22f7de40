import { settingsInFull } from "../../../protocol/settings-api.ts";
import { readPart } from "../../../protocol/settings-changes.ts";
import { readConfig } from "../../config.ts";
import { type Command, type Explain, unexplained } from "../command.ts";
import { isOneOf, readOptions } from "../options/read-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { type RefusedPlace, reachSettings, type SettingsClient } from "../reach/settings-client.ts";
import { importCalendar } from "./import-calendar.ts";
import { describeChange, partsOfBody } from "./settings-compare.ts";
import { discardDrafts, listDrafts } from "./settings-drafts.ts";
import { folderExists, readFolder, writeFolder, writeVersion } from "./settings-folder.ts";
import { printPlace } from "./settings-places.ts";
import { compareFolder, type Pushed, pushFolder } from "./settings-push.ts";

interface Job {
  readonly client: SettingsClient;
  readonly folder: string;
  readonly isJson: boolean;
  readonly isPublishing: boolean;
  readonly note: string;
}

type Task = (job: Job) => Promise<0 | 1>;

const tasks: Readonly<Record<"pull" | "push" | "diff", Task>> = { pull, push, diff };

/** What needs no folder. */
const others = { "import-calendar": importCalendar, drafts: listDrafts, discard: discardDrafts } as const;

const steps = ["pull", "diff", "push", "drafts", "discard", "import-calendar"] as const;

/** `baton settings pull|push|diff FOLDER`: the settings as files that can be reviewed. */
export const settings: Command = async ({ words: [name, ...words], environment, isJson, explain = unexplained }) => {
  if (name === undefined || !isOneOf(name, { option: "baton settings", known: steps }, explain)) return "misunderstood";
  if (name === "import-calendar" || name === "drafts" || name === "discard") {
    return others[name]({ words, environment, isJson, explain });
  }
  const parsed = parse(name, words, explain);
  if (!parsed) return "misunderstood";
  const read = readConfig(environment);
  const problems = read.status === "invalid" ? read.problems.map(({ problem }) => problem) : [];
  if (name !== "pull" && !(await folderExists(parsed.folder))) {
    problems.push(`There is no folder ${parsed.folder}. Make it with: baton settings pull ${parsed.folder}`);
  }
  if (read.status === "invalid" || problems.length > 0) return fail(problems, isJson);
  const token = environment.BATON_TOKEN?.trim() || read.config.adminToken;
  const reaching = await reachSettings(read.config, { url: environment.BATON_URL?.trim() || null, token });
  if (reaching.status === "unreachable") return fail([reaching.problem], isJson);
  try {
    return await tasks[name]({ ...parsed, client: reaching.client, isJson });
  } finally {
    await reaching.close();
  }
};

const options = { publish: { type: "boolean", default: false }, note: { type: "string", default: "" } } as const;

function parse(name: string, words: readonly string[], explain: Explain) {
  const read = readOptions(words, options, explain);
  if (!read) return null;
  const { values, positionals } = read;
  const [folder, ...rest] = positionals;
  if ((values.publish || values.note !== "") && name !== "push") {
    explain(`--publish and --note are of baton settings push; ${name} changes nothing there.`);
    return null;
  }
  if (folder === undefined || rest.length > 0) return null;
  return { folder, isPublishing: values.publish, note: values.note };
}

async function pull({ client, folder, isJson }: Job): Promise<0 | 1> {
  const inForce = await client.call("GET", "", { answer: settingsInFull });
  if (inForce.status === "refused") return failAs(inForce.problems, isJson);
  const { number, settings } = inForce.value;
  const parts = partsOfBody(settings);
  // Names become paths: whatever answers there must not write outside of the folder.
  if ([...parts].some(([part, value]) => readPart(part, value).status === "invalid")) {
    return fail(
      ["The server names parts that cannot be. Is it another version of Baton? Nothing was written."],
      isJson,
    );
  }
  const { written, removed, unchanged } = await writeFolder(folder, parts, number);
  if (isJson) {
    console.log(JSON.stringify({ status: "pulled", version: number, written, removed, unchanged }));
    return 0;
  }
  for (const file of written) console.log(`written  ${file}`);
  for (const file of removed) console.log(`removed  ${file}`);
  console.log(
    `Version ${number} is in ${folder}: ${written.length} written, ${removed.length} removed, ${unchanged} as they were.`,
  );
  return 0;
}

async function diff({ client, folder, isJson }: Job): Promise<0 | 1> {
  const files = await readFolder(folder);
  if (files.problems.length > 0) return fail(files.problems.map(printPlace), isJson);
  const compared = await compareFolder(client, files);
  const inForce = await client.call("GET", "", { answer: settingsInFull });
  if (compared.status === "refused") return failAs(compared.problems, isJson);
  if (inForce.status === "refused") return failAs(inForce.problems, isJson);
  const { base, changes } = compared.value;
  const { number } = inForce.value;
  const isSame = changes.length === 0;
  if (isJson) {
    console.log(
      JSON.stringify({ status: isSame ? "same" : "different", version: number, pulled: files.version, changes }),
    );
    return isSame ? 0 : 1;
  }
  for (const change of changes) console.log(describeChange(change).join("\n"));
  console.log(isSame ? `${folder} says what version ${base} says.` : `${folder} differs from version ${base}.`);
  if (base < number) console.log(`It was pulled from version ${base}; others have published since, up to ${number}.`);
  return isSame ? 0 : 1;
}

async function push({ client, folder, isJson, isPublishing, note }: Job): Promise<0 | 1> {
  const files = await readFolder(folder);
  const pushed = await pushFolder(client, files, { note, isPublishing });
  // Only a folder that holds all of the new version may say that it does.
  if (pushed.status === "published" && pushed.base === files.version) {
    await writeVersion(folder, pushed.version);
  }
  if (isJson) console.log(JSON.stringify(pushed));
  else if (pushed.status === "refused") reportProblems(pushed.problems.map(printPlace), false);
  else console.log(tell(pushed, folder));
  return pushed.status === "refused" ? 1 : 0;
}

function tell(pushed: Exclude<Pushed, { status: "refused" }>, folder: string): string {
  switch (pushed.status) {
    case "unchanged":
      return `${folder} says nothing new.`;
    case "published":
      return `Version ${pushed.version} is in force: ${pushed.parts.join(", ")}.`;
    case "drafted": {
      const { draftId, parts } = pushed;
      const draft = `Draft ${draftId} changes ${parts.join(", ")}. To throw it away: baton settings discard ${draftId}`;
      return [...pushed.problems.map(printPlace), draft].join("\n");
    }
  }
}

function failAs(problems: readonly RefusedPlace[], isJson: boolean): 1 {
  return fail(
    problems.map(({ message }) => message),
    isJson,
  );
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
