/** What a report and an export are of. */
export const reportOptions = {
  from: { type: "string" },
  to: { type: "string" },
  tz: { type: "string" },
  channel: { type: "string" },
  queue: { type: "string" },
  team: { type: "string" },
  agent: { type: "string" },
  rule: { type: "string" },
  reason: { type: "string" },
  version: { type: "string" },
} as const;

const names = Object.keys(reportOptions) as (keyof typeof reportOptions)[];

export function reportQueryOf(values: Readonly<Record<string, unknown>>): URLSearchParams {
  const given = names.flatMap((name) => {
    const value = values[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return new URLSearchParams(given);
}
