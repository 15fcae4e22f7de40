import { type Figure, type FigureValue, share } from "../figure.ts";
import type { HandoffRow } from "../handoff-row.ts";

export const unneeded: Figure = {
  id: "unneeded",
  name: "Unneeded handoffs",
  formula: "Handoffs of which the person said that the bot could have answered / handoffs of which they said either.",
  count: ({ handoffs }) => shareOfMarked(handoffs, ({ botCouldHave }) => botCouldHave),
};

export const wrongTeam: Figure = {
  id: "wrong-team",
  name: "Came to the wrong team",
  formula: "Handoffs of which the person said that it was the wrong team / handoffs of which they said either.",
  count: ({ handoffs }) => shareOfMarked(handoffs, (row) => row.wrongTeam),
};

export const repeatQuestions: Figure = {
  id: "repeat-questions",
  name: "Repeat questions",
  formula:
    "Handoffs in whose first three messages a person asked for something the packet held already (name, e-mail, telephone, order or customer number, address) / handoffs that were answered, have ended and were looked at.",
  count: ({ handoffs }) => shareOfMarked(handoffs, ({ askedAgain }) => askedAgain),
};

/** Of those of which something was said; 0 is no. */
function shareOfMarked(
  handoffs: readonly HandoffRow[],
  mark: (row: HandoffRow) => boolean | number | null,
): FigureValue {
  let [part, whole] = [0, 0];
  for (const row of handoffs) {
    const marked = mark(row);
    if (marked === null) continue;
    whole += 1;
    if (marked) part += 1;
  }
  return share(part, whole);
}
