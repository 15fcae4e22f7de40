import { count, type Figure, share } from "../figure.ts";

export const taskClosure: Figure = {
  id: "tasks.closed-in-time",
  name: "Task closure",
  formula:
    "Tasks of handoffs that were done by when they were due / tasks of handoffs that are done or due, without cancelled ones.",
  count: ({ tasks }, { now }) => {
    const counted = tasks.filter(
      ({ handoffId, isCancelled, doneAt, dueAt }) =>
        handoffId !== null && !isCancelled && (doneAt !== null || dueAt <= now),
    );
    return share(counted.filter(({ doneAt, dueAt }) => doneAt !== null && doneAt <= dueAt).length, counted.length);
  },
};

export const tasksCreated: Figure = {
  id: "tasks",
  name: "Tasks",
  formula: "Tasks that were made for handoffs.",
  count: ({ tasks }) => count(tasks.filter(({ handoffId }) => handoffId !== null).length),
};
