import { type Figure, share } from "../figure.ts";

export const unneeded: Figure = {
  id: "unneeded",
  name: "Unneeded handoffs",
  formula: "Handoffs of which the person said that the bot could have answered / handoffs of which they said either.",
  count: ({ handoffs }) => {
    const marked = handoffs.filter(({ botCouldHave }) => botCouldHave !== null);
    return share(marked.filter(({ botCouldHave }) => botCouldHave).length, marked.length);
  },
};

export const wrongTeam: Figure = {
  id: "wrong-team",
  name: "Came to the wrong team",
  formula: "Handoffs of which the person said that it was the wrong team / handoffs of which they said either.",
  count: ({ handoffs }) => {
    const marked = handoffs.filter((row) => row.wrongTeam !== null);
    return share(marked.filter((row) => row.wrongTeam).length, marked.length);
  },
};

export const repeatQuestions: Figure = {
  id: "repeat-questions",
  name: "Repeat questions",
  formula:
    "Handoffs in whose first three messages a person asked for something the packet held already (name, e-mail, telephone, order or customer number, address) / handoffs that were answered, have ended and were looked at.",
  count: ({ handoffs }) => {
    const judged = handoffs.filter(({ askedAgain }) => askedAgain !== null);
    return share(judged.filter(({ askedAgain }) => (askedAgain ?? 0) > 0).length, judged.length);
  },
};
