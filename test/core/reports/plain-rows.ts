/** Rows are looked at through views, which have nothing of their own to compare: these have what `like` has. */
export function plain<Row extends object>(rows: readonly Row[], like: Row): Row[] {
  const names = Object.keys(like) as (keyof Row)[];
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])) as Row);
}
