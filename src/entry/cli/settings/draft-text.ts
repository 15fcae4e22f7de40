import type * as z from "zod";
import type { settingsDraft } from "../../../protocol/settings-api.ts";
import type { NameAuthor } from "../reach/author-names.ts";

type Draft = z.output<typeof settingsDraft>;

/** In one line; in a second one why it was not published when its time came. */
export function describeDraft(
  { id, name, author, updatedAt, parts, schedule, failure }: Draft,
  nameAuthor: NameAuthor,
): string {
  const when = schedule === null ? "" : `, to be published at ${schedule.at} (as ${nameAuthor(schedule.by)} said)`;
  const what = `${id}  ${updatedAt}  ${nameAuthor(author)}  ${name}: ${parts.join(", ")}${when}`;
  return failure === null ? what : `${what}\n  NOT PUBLISHED at ${failure.at}: ${becauseOf(failure)}`;
}

/** Why its time came and it was not published. */
function becauseOf({ because, conflicts, problems }: NonNullable<Draft["failure"]>): string {
  switch (because) {
    case "conflict":
      return `somebody else had published ${conflicts.join(", ")} meanwhile`;
    case "invalid":
      return problems
        .map(({ part, path, message }) => `${[part, path].filter(Boolean).join(" ")}: ${message}`)
        .join(" ");
    case "unchanged":
      return "it changed nothing any more";
  }
}
