/** The known name that was most probably meant; `null`: none is near. */
export function nearestName(written: string, known: readonly string[]): string | null {
  const nearest = known
    .map((name) => ({ name, distance: editDistance(normalize(written), normalize(name)) }))
    .toSorted((one, other) => one.distance - other.distance)[0];
  return nearest !== undefined && nearest.distance <= Math.max(1, nearest.name.length / 3) ? nearest.name : null;
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, "");
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, character] of [...one].entries()) {
    const next = [index + 1];
    for (let column = 1; column < row.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (character === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
