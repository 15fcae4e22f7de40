import * as z from "zod";
import { anyId, cursorQuery, displayName, seenRevision, time, writtenText } from "./fields.ts";
import { requestFields } from "./request-fields.ts";

export const taskStatuses = ["open", "done", "cancelled"] as const;

const author = z
  .object({
    type: z.enum(["agent", "key", "rule", "moment", "system"]),
    id: z.string().nullable().meta({ description: "The agent's or the key's." }),
  })
  .meta({ id: "TaskAuthor", description: "`moment`: the system, because something was promised to a customer." });

export const task = z
  .object({
    id: z.string(),
    revision: z.number().int().meta({ description: "Rises with every change." }),
    kind: z.string().meta({ description: "`call-back`, `note`, `check-in`, or a kind of the company's own." }),
    title: z.string(),
    templateId: z.string().nullable(),
    conversationId: z.string().nullable(),
    handoffId: z.string().nullable(),
    customerId: z.string().nullable(),
    isTest: z.boolean(),
    ownerId: z.string().nullable().meta({ description: "`null`: anybody of the team may take it." }),
    teamId: z.string().nullable(),
    cause: z.string().meta({ description: "What promised it: a moment, `rule`, `agent` or `low-rating`." }),
    createdAt: time,
    createdBy: author,
    dueAt: time,
    overdueAt: time.meta({ description: "From then on it is late: an hour after it was due, in the same hours." }),
    isOverdue: z.boolean(),
    timesOverdue: z.number().int(),
    sendsMessage: z
      .boolean()
      .meta({ description: "The system writes to the customer itself when it is due, if it may." }),
    endsWithAnswer: z.boolean().meta({ description: "A person's answer to the customer does it." }),
    status: z.enum(taskStatuses),
    endedAt: time.nullable(),
    endedBy: z.union([author, z.null()]),
    note: z.string().nullable().meta({ description: "Of a done one, in a colleague's words." }),
    reason: z.string().nullable().meta({ description: "Of a cancelled one." }),
    history: z.array(
      z.object({
        at: time,
        by: author,
        change: z.enum([
          ...(["created", "assigned", "rescheduled", "reminded", "became-due"] as const),
          ...(["became-overdue", "done", "cancelled", "reopened"] as const),
        ]),
        detail: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Task" });

/** What a file of follow-ups has, in this order, for good: new columns come at the end. */
export const taskColumns = [
  ...(["id", "status", "kind", "title", "cause", "ownerId", "teamId", "conversationId", "customerId"] as const),
  ...(["handoffId", "templateId", "createdAt", "dueAt", "overdueAt", "isOverdue", "timesOverdue"] as const),
  ...(["endedAt", "note", "reason", "isTest"] as const),
] satisfies readonly (keyof z.output<typeof task>)[];

const taskFilters = {
  ownerId: anyId.optional(),
  teamId: anyId.optional(),
  conversationId: anyId.optional().meta({ description: "All of its tasks, whatever has become of them." }),
  status: z.enum(taskStatuses).optional().meta({ description: "`open` unless a conversation is asked about." }),
  due: z.enum(["overdue"]).optional().meta({ description: "Only those that are late." }),
  unowned: z.enum(["true", "false"]).optional().meta({ description: "Only those that nobody has taken yet." }),
  kind: z.string().min(1).max(40).optional(),
};

export const tasksFilterQuery = requestFields(taskFilters);
export const tasksQuery = requestFields({ ...cursorQuery, ...taskFilters });

const agentId = anyId
  .optional()
  .meta({ description: "Who does it; left out, it is the key's agent, or the key itself where it speaks for nobody." });
const revision = seenRevision;

export const newTask = requestFields({
  title: displayName.optional().meta({ description: "Required without a template." }),
  kind: displayName.pipe(z.string().max(40)).optional(),
  templateId: anyId.optional().meta({ description: "Of the settings in force: its name, kind and due time." }),
  dueAt: time.optional().meta({
    description:
      "Required without a template; it wins over the template's, whose hours and reminders (those still ahead) hold all the same.",
  }),
  conversationId: anyId.nullish(),
  ownerId: anyId.nullish(),
  teamId: anyId.nullish(),
  agentId,
}).meta({ id: "NewTask" });

export const taskChange = requestFields({
  ownerId: anyId.nullable().optional(),
  teamId: anyId.nullable().optional(),
  dueAt: time.optional(),
  agentId: anyId.optional().meta({ description: "Who changes it." }),
  revision,
}).meta({ id: "TaskChange" });

export const taskDone = requestFields({ note: writtenText.nullish(), agentId, revision }).meta({ id: "TaskDone" });
export const taskCancel = requestFields({ reason: displayName, agentId, revision }).meta({ id: "TaskCancel" });
export const taskReopen = requestFields({ agentId, revision }).meta({ id: "TaskReopen" });

export type TaskBody = z.output<typeof task>;
