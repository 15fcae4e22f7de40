import type { FollowUpSeen } from "../ledger.ts";
import type { Observed, ObservedFollowUp } from "../observed.ts";
import type { Check } from "./check.ts";

/** Beside the lease of a process that died with it: the way of a request on a machine that is busy. */
const slackMs = 3_000;

export const timesOnce: Check = {
  name: "a follow-up is made once, reminds once and becomes due once, whatever is down then (I9)",
  find({ ledger, observed, leaseMs }) {
    const knownAt = observed.readAt - leaseMs - slackMs;
    return [
      ...ledger.followUps.flatMap((seen) => made(seen, observed.followUps, knownAt)),
      ...observed.followUps.flatMap((followUp) => [...changes(followUp, knownAt), ...told(followUp, observed)]),
    ];
  },
};

function made(seen: FollowUpSeen, followUps: readonly ObservedFollowUp[], knownAt: number): string[] {
  const { key, taskId } = seen;
  const found = followUps.filter(({ title }) => title === key);
  if (found.length > 1) return [`${key} was made ${found.length} times`];
  if (taskId !== null && found.length === 0) return [`${key} was answered 2xx and is nowhere`];
  return found.flatMap((followUp) => reminder(seen, followUp, knownAt));
}

function reminder({ remindAt }: FollowUpSeen, { id, endedAt, history }: ObservedFollowUp, knownAt: number): string[] {
  if (remindAt === null) return [];
  const reminded = history.find(({ change }) => change === "reminded");
  if (reminded && reminded.at < remindAt) return [`${id} reminded ${remindAt - reminded.at} ms too early`];
  const wasOpen = endedAt === null || endedAt > remindAt + slackMs;
  return !reminded && wasOpen && remindAt < knownAt ? [`${id} never reminded`] : [];
}

function changes({ id, dueAt, endedAt, history }: ObservedFollowUp, knownAt: number): string[] {
  const faults: string[] = [];
  for (const change of ["reminded", "became-due", "became-overdue"]) {
    const times = history.filter((entry) => entry.change === change).length;
    if (times > 1) faults.push(`${id} ${change} ${times} times`);
  }
  const due = history.find(({ change }) => change === "became-due");
  if (due && due.at < dueAt) faults.push(`${id} became due ${dueAt - due.at} ms too early`);
  const wasOpen = endedAt === null || endedAt > dueAt + slackMs;
  if (!due && wasOpen && dueAt < knownAt) faults.push(`${id} never became due`);
  return faults;
}

/** One notice for each time, to whoever had it then. */
function told({ id, history }: ObservedFollowUp, { notices }: Observed): string[] {
  const times = { reminded: "reminder", "became-due": null } as const;
  return Object.entries(times).flatMap(([change, detail]) => {
    const fired = history.filter((entry) => entry.change === change).length;
    const said = notices.filter(
      (notice) => notice.kind === "task-due" && notice.subjectId === id && notice.detail === detail,
    ).length;
    return fired === said ? [] : [`${id} ${change} ${fired} times, and ${said} notices say so`];
  });
}
