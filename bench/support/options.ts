import { parseArgs } from "node:util";

/** Flags of a bench program: `--name` or `--name value`. An unknown one ends the program with what is known. */
export function readOptions<Flags extends string, Values extends string>(known: {
  flags: readonly Flags[];
  values: readonly Values[];
}): { flags: Record<Flags, boolean>; values: Record<Values, string | null> } {
  const options = Object.fromEntries([
    ...known.flags.map((name) => [name, { type: "boolean" as const }]),
    ...known.values.map((name) => [name, { type: "string" as const }]),
  ]);
  const parsed = parse(options);
  return {
    flags: Object.fromEntries(known.flags.map((name) => [name, parsed[name] === true])) as Record<Flags, boolean>,
    values: Object.fromEntries(
      known.values.map((name) => [name, typeof parsed[name] === "string" ? parsed[name] : null]),
    ) as Record<Values, string | null>,
  };
}

function parse(options: Record<string, { type: "boolean" | "string" }>): Record<string, unknown> {
  try {
    return parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(
      `Known: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(" ")}`,
    );
    process.exit(2);
  }
}
