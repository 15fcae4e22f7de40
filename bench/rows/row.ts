/** One line of the table: what was measured, against what was promised. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: Target | null;
  /** p50, p99, CPU: for reading, not for passing. */
  readonly beside: string;
}

export type Target = { readonly atLeast: number } | { readonly below: number };

export function row(
  name: string,
  { unit = "", target = null, beside = "", value }: Partial<Row> & { value: number },
): Row {
  return { name, value, unit, target, beside };
}

export function hasPassed({ value, target }: Row): boolean | null {
  if (target === null) return null;
  return "atLeast" in target ? value >= target.atLeast : value < target.below;
}

export function cellsOf(measured: Row): string[] {
  const { name, value, unit, target, beside } = measured;
  const verdict = hasPassed(measured);
  return [
    name,
    target === null ? "" : "atLeast" in target ? `≥ ${format(target.atLeast)}` : `< ${format(target.below)}`,
    `${format(value)} ${unit}`.trim(),
    verdict === null ? "" : verdict ? "pass" : "FAIL",
    beside,
  ];
}

export function format(value: number): string {
  if (!Number.isFinite(value)) return "none";
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(3)));
}
