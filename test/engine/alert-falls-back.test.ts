import { expect, test } from "vitest";
import { newTaskTemplate } from "../../src/core/tasks/task-template.ts";
import { handoff, rule } from "../core/policies.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { only, start } from "./opened.ts";

const minute = 60_000;

test("what was urgent when others were alerted is as urgent when nobody has claimed it, with the tasks of its rule", async () => {
  const alert = rule("alert-sales", {
    when: [{ type: "signal", is: ["frustration"] }],
    then: handoff({
      ...{ behaviour: "keep-owner", priority: "urgent", tasks: ["look-into-it"] },
      fallback: { destination: { type: "queue", id: "chat" }, afterMinutes: 10 },
    }),
  });
  const template = newTaskTemplate({ id: "look-into-it", name: "Look into it", kind: "note", dueMinutes: 60 });
  const taskTemplates = { ...quietSettings.taskTemplates, [template.id]: template };
  const started = start({ starter: { ...quietSettings, taskTemplates, rules: { [alert.id]: alert } } });
  await started.write("ada", "this is so frustrating, nothing works here");
  await started.pass(11 * minute);
  const { id, control } = await only(started);
  expect(control).toMatchObject({ phase: "queue", handoff: { reason: "frustration", priority: "urgent" } });
  const { items } = await started.engine.tasks.list({ conversationId: id, status: null }, { limit: 10, cursor: null });
  expect(items.map(({ title }) => title)).toContain("Look into it");
});
