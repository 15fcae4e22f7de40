import type { Settings } from "../../src/core/settings/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";

/** The starter set without the assistant's introduction, for tests that compare what a bot said word by word. */
export const quietSettings: Settings = {
  ...starterSettings,
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
