/** All of them, on standard error for people, or as one JSON value for machines. */
export function reportProblems(problems: readonly string[], isJson: boolean): void {
  if (isJson) {
    console.log(JSON.stringify({ status: "refused", problems }));
    return;
  }
  const count = problems.length === 1 ? "One problem" : `${problems.length} problems`;
  console.error([`${count}:`, ...problems.map((problem) => `  - ${problem}`)].join("\n"));
}
