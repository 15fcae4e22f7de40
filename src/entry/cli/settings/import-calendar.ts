import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type * as z from "zod";
import { applyCalendar } from "../../../core/hours/apply-calendar.ts";
import { settingsDraft, settingsInFull } from "../../../protocol/settings-api.ts";
import { calendarImported } from "../../../protocol/settings-calendar.ts";
import { readConfig } from "../../config.ts";
import { systemClock } from "../../system-clock.ts";
import { type Command, type Explain, unexplained } from "../command.ts";
import { readOptions } from "../options/read-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { type Answer, type RefusedPlace, reachSettings, type SettingsClient } from "../reach/settings-client.ts";
import { discardDraft } from "./settings-upload.ts";
import { writePart } from "./settings-yaml.ts";

interface Wanted {
  readonly file: string;
  readonly hoursId: string;
  /** `null`: a new one. */
  readonly draftId: string | null;
  readonly mode: "merge" | "replace";
  readonly isPrinting: boolean;
}

type Imported = z.output<typeof calendarImported>;
type Changes = Pick<Imported, "added" | "changed" | "removed" | "unchanged" | "leftOut">;

/** `baton settings import-calendar FILE --hours ID`: holidays into a draft, or printed as they would be. */
export const importCalendar: Command = async ({ words, environment, isJson, explain = unexplained }) => {
  const wanted = parse(words, explain);
  if (!wanted) return "misunderstood";
  const calendar = await readFile(wanted.file, "utf8").catch(() => null);
  const config = readConfig(environment);
  const problems = config.status === "invalid" ? config.problems.map(({ problem }) => problem) : [];
  if (calendar === null) problems.push(`${wanted.file} cannot be read.`);
  if (config.status === "invalid" || calendar === null || problems.length > 0) return fail(problems, isJson);
  const token = environment.BATON_TOKEN?.trim() || config.config.adminToken;
  const reaching = await reachSettings(config.config, { url: environment.BATON_URL?.trim() || null, token });
  if (reaching.status === "unreachable") return fail([reaching.problem], isJson);
  try {
    const task = wanted.isPrinting ? print : draft;
    return await task(reaching.client, wanted, calendar, isJson);
  } finally {
    await reaching.close();
  }
};

const flag = { type: "boolean", default: false } as const;
const options = { hours: { type: "string" }, draft: { type: "string" }, replace: flag, print: flag } as const;

function parse(words: readonly string[], explain: Explain): Wanted | null {
  const read = readOptions(words, options, explain);
  if (!read) return null;
  const { values, positionals } = read;
  const [file, ...rest] = positionals;
  const { hours: hoursId, draft: draftId = null } = values;
  const problem =
    hoursId === undefined
      ? "--hours must name the hours that get the closed days."
      : values.print && draftId !== null
        ? "--print changes no draft: leave --draft away, or --print."
        : null;
  if (file === undefined || rest.length > 0) return null;
  if (hoursId === undefined || problem !== null) {
    if (problem !== null) explain(problem);
    return null;
  }
  return { file, hoursId, draftId, mode: values.replace ? "replace" : "merge", isPrinting: values.print };
}

/** Nothing is changed: the hours in force, with the calendar, as their file in a folder of settings. */
async function print(client: SettingsClient, wanted: Wanted, calendar: string, isJson: boolean): Promise<0 | 1> {
  const inForce = await client.call("GET", "", { answer: settingsInFull });
  if (inForce.status === "refused") return fail(inForce.problems.map(describe(wanted)), isJson);
  const { hours: all } = inForce.value.settings;
  const hours = Object.hasOwn(all, wanted.hoursId) ? all[wanted.hoursId] : undefined;
  if (!hours) return fail([`There are no hours ${wanted.hoursId}.`], isJson);
  const applied = applyCalendar(calendar, hours, wanted.mode, systemClock.now());
  if (applied.status === "refused") {
    const places = applied.problems.map(({ line, message }) => ({ path: `body.calendar:${line}`, message }));
    return fail(places.map(describe(wanted)), isJson);
  }
  if (isJson) {
    const { added, changed, removed, unchanged, leftOut } = applied;
    console.log(
      JSON.stringify({ status: "printed", hours: applied.hours, added, changed, removed, unchanged, leftOut }),
    );
    return 0;
  }
  console.log(writePart(`hours/${wanted.hoursId}`, applied.hours).trimEnd());
  for (const { line, name, because } of applied.leftOut) console.error(leftOutLine(wanted, line, name, because));
  return 0;
}

async function draft(client: SettingsClient, wanted: Wanted, calendar: string, isJson: boolean): Promise<0 | 1> {
  const answer = await imported(client, wanted, calendar);
  if (answer.status === "refused") return fail(answer.problems.map(describe(wanted)), isJson);
  const { draft: changed, ...result } = answer.value;
  if (isJson) console.log(JSON.stringify({ status: "drafted", draftId: changed.id, ...result }));
  else console.log([...tell(result, wanted), `Draft ${changed.id} has them; nothing is in force yet.`].join("\n"));
  return 0;
}

/** A draft that was only made for a calendar which then is refused does not stay. */
async function imported(client: SettingsClient, wanted: Wanted, calendar: string): Promise<Answer<Imported>> {
  const { draftId, hoursId, mode } = wanted;
  const name = `Calendar ${basename(wanted.file)}`.slice(0, 200);
  const made =
    draftId === null ? await client.call("POST", "/drafts", { body: { name }, answer: settingsDraft }) : null;
  if (made?.status === "refused") return made;
  const id = draftId ?? made?.value.id ?? "";
  const path = `/drafts/${encodeURIComponent(id)}/hours/${encodeURIComponent(hoursId)}/calendar`;
  const answer = await client.call("POST", path, { body: { calendar, mode }, answer: calendarImported });
  if (answer.status === "refused" && made) await discardDraft(client, id);
  return answer;
}

function tell({ added, changed, removed, unchanged, leftOut }: Changes, wanted: Wanted): readonly string[] {
  return [
    ...added.map((exception) => `added    ${exceptionLine(exception)}`),
    ...changed.map(({ after }) => `changed  ${exceptionLine(after)}`),
    ...removed.map((exception) => `removed  ${exceptionLine(exception)}`),
    ...leftOut.map(({ line, name, because }) => leftOutLine(wanted, line, name, because)),
    `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${unchanged} as they were.`,
  ];
}

function exceptionLine({ date, name, windows }: Imported["added"][number]): string {
  const open = windows.map(({ from, to }) => `${from}-${to}`).join(" ");
  return [date, open === "" ? "closed" : open, name].join("  ").trimEnd();
}

function leftOutLine({ file }: Wanted, line: number, name: string, because: string): string {
  return `left out ${file}:${line}: ${name === "" ? "" : `${name}: `}${because}`;
}

/** What a server says of the calendar, as a line of this file. */
function describe({ file }: Wanted): (place: RefusedPlace) => string {
  return ({ path, message }) => {
    const line = /^body\.calendar:(\d+)$/.exec(path)?.[1];
    return line === undefined ? [path, message].join(" ").trimStart() : `${file}:${line}: ${message}`;
  };
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
