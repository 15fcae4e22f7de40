import { type SettingsProblem, settingsWarning } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";

/** A reminder as long before the due time as the whole task is long, or longer, would have to come before it is made. */
export function checkReminders({ taskTemplates }: Settings): readonly SettingsProblem[] {
  return Object.values(taskTemplates).flatMap(({ id, name, dueMinutes, remindBefore }) =>
    remindBefore.flatMap((minutes, index) => {
      if (minutes < dueMinutes) return [];
      const message = `Task "${name}" is due after ${dueMinutes} minutes; nobody is reminded ${minutes} minutes before. Write fewer.`;
      const place = { part: `taskTemplates/${id}`, path: `remindBefore.${index}` };
      return [settingsWarning({ ...place, code: "reminder-never-comes", message })];
    }),
  );
}
