import { controlsOf } from "../handoff-case.ts";
import type { Check } from "./check.ts";

/** I2: one record for every change of control. */
export const recordsWithoutGap: Check = {
  name: "every change of control has its record",
  find: ({ conversations }) =>
    conversations.flatMap((conversation) => {
      const gap = controlsOf(conversation).findIndex(({ epoch }, index) => epoch !== index + 1);
      return gap < 0 ? [] : [`${conversation.id} has no change ${gap + 1}`];
    }),
};
