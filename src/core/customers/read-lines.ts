import { type CsvRecord, readCsv } from "./read-csv.ts";

/** One customer as a file names them. What is empty there is not said. */
export interface KnownCustomer {
  readonly channelId: string;
  readonly address: string;
  /** The company's own id of them. */
  readonly reference: string | null;
  readonly name: string | null;
  readonly locale: string | null;
  readonly accountOwnerId: string | null;
  readonly properties: Readonly<Record<string, string>>;
}

export type CustomerLine =
  | { readonly status: "read"; readonly line: number; readonly customer: KnownCustomer }
  /** Never with what stands there: it may be anybody's words (I15). */
  | { readonly status: "refused"; readonly line: number; readonly message: string };

export type LinesRead =
  | { readonly status: "read"; readonly lines: readonly CustomerLine[] }
  | { readonly status: "broken"; readonly line: number; readonly message: string };

const mostCustomerLines = 20_000;
const mostProperties = 20;
const columns = ["channel", "address", "reference", "name", "locale", "owner"] as const;
const propertyColumn = /^property:(?!constructor$)([a-z][a-z0-9_]{0,39})$/;

/**
 * A table of customers, with a line of names first: `channel`, `address`, and as wished `reference`, `name`, `locale`,
 * `owner` and `property:plan`. Each line stands for itself.
 */
export function readCustomerLines(text: string): LinesRead {
  const read = readCsv(text);
  if (read.status === "broken") return read;
  const [header, ...records] = read.records;
  if (!header) return { status: "broken", line: 1, message: "The file is empty." };
  const names = header.fields.map((field) => field.trim().toLowerCase());
  const problem = headerProblem(names) ?? (records.length > mostCustomerLines ? tooMany : null);
  if (problem !== null) return { status: "broken", line: header.line, message: problem };
  return { status: "read", lines: records.map((record) => readLine(record, names)) };
}

const tooMany = `A file holds at most ${mostCustomerLines} customers. Make several of it.`;

function headerProblem(names: readonly string[]): string | null {
  const missing = ["channel", "address"].filter((name) => !names.includes(name));
  if (missing.length > 0) return `The first line names the columns; ${missing.join(" and ")} is missing.`;
  if (new Set(names).size < names.length) return "Two columns have the same name.";
  const unknown = names.findIndex((name) => !columns.some((known) => known === name) && !propertyColumn.test(name));
  if (unknown >= 0) {
    return `Column ${unknown + 1} is not known. There are ${columns.join(", ")} and property:NAME, with NAME of a-z, 0-9 and _.`;
  }
  const properties = names.filter((name) => propertyColumn.test(name));
  return properties.length > mostProperties ? `There are at most ${mostProperties} properties.` : null;
}

function readLine({ line, fields }: CsvRecord, names: readonly string[]): CustomerLine {
  const refused = (message: string): CustomerLine => ({ status: "refused", line, message });
  if (fields.length !== names.length) {
    return refused(`It has ${fields.length} values, and the first line names ${names.length}.`);
  }
  const values = new Map(names.map((name, index) => [name, plain(fields[index] ?? "")]));
  for (const [name, value] of values) {
    const problem = valueProblem(name, value);
    if (problem !== null) return refused(`${name} ${problem}.`);
  }
  const given = (name: string) => values.get(name) || null;
  const [channelId, address] = [given("channel"), given("address")];
  if (channelId === null || address === null) return refused("channel and address must not be empty.");
  const properties = [...values].flatMap(([name, value]): [string, string][] => {
    const property = propertyColumn.exec(name)?.[1];
    return property === undefined || value === "" ? [] : [[property, value]];
  });
  return {
    status: "read",
    line,
    customer: {
      ...{
        channelId,
        address,
        reference: given("reference"),
        name: given("name"),
        locale: given("locale"),
        accountOwnerId: given("owner"),
      },
      properties: Object.fromEntries(properties),
    },
  };
}

/** Spreadsheets are kept from reading a value as a formula by an apostrophe before it: `'+4930123456`. */
function plain(field: string): string {
  const value = field.trim();
  return /^'[=+\-@]/.test(value) ? value.slice(1) : value;
}

const lengths: Readonly<Record<string, number>> = {
  channel: 100,
  address: 320,
  reference: 200,
  locale: 35,
  owner: 100,
};

function valueProblem(name: string, value: string): string | null {
  const most = lengths[name] ?? 200;
  if (value.length > most) return `has more than ${most} characters`;
  if (!value.isWellFormed() || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return "must be one line of well-formed text";
  // Nobody's name: it would be run by the first spreadsheet that it comes back to.
  if (value.startsWith("=")) return "must not begin with =";
  return name === "locale" && value !== "" && !/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(value)
    ? "must be a language tag such as de or pt-BR"
    : null;
}
