import { type SettingsProblem, settingsError, settingsWarning } from "./problem.ts";

/** Of each severity. Whoever has more mends these first, and is told the others then. */
const most = 200;

/** Errors first, as many as somebody reads, and a word about it when there are more. Some error stays an error. */
export function firstProblems(problems: readonly SettingsProblem[]): readonly SettingsProblem[] {
  const { error = [], warning = [] } = Object.groupBy(problems, ({ severity }) => severity);
  return [...cut(error, settingsError), ...cut(warning, settingsWarning)];
}

/** More errors than anybody is told of. */
export function isEnough(problems: readonly SettingsProblem[]): boolean {
  return problems.length > most && problems.filter(({ severity }) => severity === "error").length > most;
}

function cut(problems: readonly SettingsProblem[], tell: typeof settingsError): readonly SettingsProblem[] {
  if (problems.length <= most) return problems;
  const message = `There are more than these ${most}. Mend them first and check again.`;
  return [...problems.slice(0, most), tell({ part: "", path: "", code: "more-problems", message })];
}
