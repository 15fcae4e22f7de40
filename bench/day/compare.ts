import { type DayFigures, figureNames, keptNames, type Reported } from "./figures.ts";

/** One figure of one group, as it was counted twice. */
export interface Compared {
  /** `whole`, `queue queue-3`, `person agent-12`. */
  readonly group: string;
  readonly name: string;
  readonly recounted: number | null;
  readonly reported: number | null;
}

export function compare(recounted: Reported, reported: Reported): readonly Compared[] {
  return [
    ...compareGroup("whole", recounted.whole, reported.whole),
    ...(["botCouldHave", "wrongTeam", "of"] as const).map((name) => {
      const label = { botCouldHave: "unneeded", wrongTeam: "wrong team", of: "marked" }[name];
      return { group: "whole", name: label, recounted: recounted.marked[name], reported: reported.marked[name] };
    }),
    ...keptNames.map((name) => {
      return { group: "whole", name, recounted: recounted.kept[name], reported: reported.kept[name] };
    }),
    ...compareGroups("queue", recounted.byQueue, reported.byQueue),
    ...compareGroups("person", recounted.byAgent, reported.byAgent),
  ];
}

export function isSame({ recounted, reported }: Compared): boolean {
  return recounted === reported;
}

type Groups = ReadonlyMap<string, DayFigures>;

function compareGroups(kind: string, recounted: Groups, reported: Groups): readonly Compared[] {
  const keys = [...new Set([...recounted.keys(), ...reported.keys()])];
  return keys.flatMap((key) => compareGroup(`${kind} ${key}`, recounted.get(key), reported.get(key)));
}

/** A group that one of the two does not know is one of nothing: a row of what is not compared here may have made it. */
function compareGroup(group: string, recounted: DayFigures | undefined, reported: DayFigures | undefined) {
  const figureOf = (figures: DayFigures | undefined, name: keyof DayFigures) => (figures ?? null)?.[name] ?? null;
  const isCount = (name: string) => !/p50|p90|mean/.test(name);
  return figureNames.map((name): Compared => {
    const whenMissing = isCount(name) ? 0 : null;
    return {
      ...{ group, name },
      recounted: recounted ? figureOf(recounted, name) : whenMissing,
      reported: reported ? figureOf(reported, name) : whenMissing,
    };
  });
}
