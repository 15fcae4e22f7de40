import type { Settings } from "../../src/core/settings/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";

/**
 * The starter set without the assistant's introduction, for tests that compare what a bot said word by word. As many
 * requests ring at once as a person can take, so that one run of routing shows where everything goes.
 */
export const quietSettings: Settings = {
  ...starterSettings,
  people: { ...starterSettings.people, ringsAtOnce: 20 },
  texts: {
    ...starterSettings.texts,
    "no-introduction": {
      id: "no-introduction",
      moment: "bot.introduction",
      scope: { rule: null, channel: null, team: null, reason: null, hours: null },
      isMuted: true,
      byLocale: {},
    },
  },
};
