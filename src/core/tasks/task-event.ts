import type { Task, TaskAuthor } from "./task.ts";

/** What can happen to a task. Times are data; `revision` says which plan a timer belongs to. */
export type TaskEvent =
  | { readonly type: "created"; readonly task: NewTask; readonly by: TaskAuthor }
  | {
      readonly type: "assigned";
      readonly ownerId: string | null;
      readonly teamId: string | null;
      readonly by: TaskAuthor;
      /** Why, where nobody chose it: the owner is not there any more. */
      readonly because: "left" | "absent" | null;
    }
  | ({ readonly type: "rescheduled"; readonly by: TaskAuthor } & TaskTimes)
  | { readonly type: "reminded"; readonly revision: number }
  | { readonly type: "became-due"; readonly revision: number }
  | { readonly type: "became-overdue"; readonly revision: number }
  | { readonly type: "done"; readonly by: TaskAuthor; readonly note: string | null }
  | { readonly type: "cancelled"; readonly by: TaskAuthor; readonly reason: string }
  | { readonly type: "reopened"; readonly by: TaskAuthor };

export interface TaskTimes {
  readonly dueAt: number;
  readonly overdueAt: number;
  readonly reminders: readonly number[];
}

/** What whoever makes a task says of it. */
export type NewTask = TaskTimes &
  Pick<
    Task,
    | "id"
    | "kind"
    | "title"
    | "templateId"
    | "conversationId"
    | "handoffId"
    | "customerId"
    | "isTest"
    | "ownerId"
    | "teamId"
    | "cause"
    | "dueIn"
    | "sendsMessage"
    | "endsWithAnswer"
  >;
