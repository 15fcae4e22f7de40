import type { Effect, QueueDrain } from "../core/conversation/effect.ts";
import type { CaseEffect, RunCaseEffect } from "./casehandoff/run-case-effect.ts";
import type { CustomerEffect } from "./customers/documents.ts";
import type { RunCustomerEffect } from "./customers/run-customer-effect.ts";
import type { Executors, Outcome } from "./effect-runner.ts";
import { createBotTurn, giveUpTurn } from "./effects/bot-turn.ts";
import { createHoldRelease } from "./effects/hold-release.ts";
import { createMessageSend, giveUpSend } from "./effects/message-send.ts";
import { createNotificationDeliver } from "./effects/notification-deliver.ts";
import { createNotify, type NotifyEffect } from "./effects/notify.ts";
import { createPacketBuild } from "./effects/packet-build.ts";
import { createQueueDrain } from "./effects/queue-drain.ts";
import { createRoute } from "./effects/route.ts";
import { createTimer } from "./effects/timer.ts";
import type { HandleEvent } from "./handle-event.ts";
import type { KnownConversations } from "./known-conversations.ts";
import type { DeliverParts } from "./notifications/deliver-parts.ts";
import type { NotificationDeliver } from "./notifications/documents.ts";
import { createOrphanSweep, type OrphanSweepEffect } from "./orphans/orphan-sweep.ts";
import type { Parts } from "./parts.ts";
import type { PeopleEffect } from "./people/documents.ts";
import type { RunPeopleEffect } from "./people/run-people-effect.ts";
import type { ReportEffect } from "./reports/documents.ts";
import type { ReportWork } from "./reports/reports.ts";
import type { Roster } from "./routing/roster.ts";
import { createRosterCheck, type RosterCheckEffect } from "./routing/roster-check.ts";
import { createRouting } from "./routing/routing.ts";
import type { SettingsPublish } from "./settings/documents.ts";
import type { PolicyReader } from "./settings/policy-reader.ts";
import type { WorkspaceSettings } from "./settings/workspace-settings.ts";
import type { FollowUpEffect, RunFollowUpEffect } from "./tasks/run-follow-up-effect.ts";

type AnyEffect =
  | Effect
  | NotifyEffect
  | NotificationDeliver
  | QueueDrain
  | RosterCheckEffect
  | OrphanSweepEffect
  | PeopleEffect
  | CustomerEffect
  | CaseEffect
  | FollowUpEffect
  | ReportEffect
  | SettingsPublish;

export interface ExecutorTools {
  readonly settings: Pick<WorkspaceSettings, "publishDue">;
  readonly telling: DeliverParts;
  readonly policies: PolicyReader;
  readonly roster: Roster;
  readonly people: RunPeopleEffect;
  readonly customers: RunCustomerEffect;
  readonly cases: RunCaseEffect;
  readonly followUps: RunFollowUpEffect;
  readonly reports: Pick<ReportWork, "execute">;
}

/** Which code carries out which effect, and what becomes of one that cannot be carried out. */
export function createExecutors(
  parts: Parts,
  known: KnownConversations,
  handle: HandleEvent,
  { settings, telling, policies, roster, people, customers, cases, reports, followUps }: ExecutorTools,
): Executors {
  const botTurn = createBotTurn(parts, known, handle);
  const messageSend = createMessageSend(parts, known, handle);
  const routing = createRouting(parts, handle, { policies, roster });
  const route = createRoute(known, parts, routing);
  const timer = createTimer(parts, handle);
  const holdRelease = createHoldRelease(parts);
  const queueDrain = createQueueDrain(routing);
  const orphanSweep = createOrphanSweep(parts, handle);
  const rosterCheck = createRosterCheck(parts, { roster, policies });
  const notify = createNotify(parts, { ...telling, known, roster });
  const notificationDeliver = createNotificationDeliver(telling);
  const packetBuild = createPacketBuild(parts, known);
  const execute: Executors["execute"] = async (leased, run) => {
    const effect = leased.body as AnyEffect;
    switch (effect.type) {
      case "bot-turn":
        return botTurn(leased, effect, run);
      case "message-send":
        return messageSend(leased, effect, run);
      case "route":
        return route(leased, effect);
      case "timer":
        return timer(leased, effect);
      case "hold-release":
        return holdRelease(leased, effect);
      case "queue-drain":
        return queueDrain(leased);
      case "orphan-sweep":
        return orphanSweep(leased);
      case "roster-check":
        return rosterCheck(leased);
      case "notify":
        return notify(leased, effect);
      case "notification-deliver":
        return notificationDeliver(leased, effect, run);
      case "packet-build":
        return packetBuild(leased, effect, run);
      case "owners-tell":
      case "shift-check":
      case "presence-check":
      case "roster-arm":
        return people(leased, effect);
      case "case-handoff-run":
      case "case-handoff-return":
      case "case-handoff-expire":
        return cases(leased, effect, run);
      case "customer-tell":
      case "customer-lookup":
        return customers(leased, effect, run);
      case "report-pack":
      case "report-asked-again":
        return reports.execute(leased, effect);
      case "task-create":
      case "task-timer":
      case "task-sweep":
      case "tasks-of-leaver":
      case "survey-ask":
      case "survey-answer":
        return followUps(leased, effect);
      case "settings-publish":
        return settings.publishDue(leased, effect);
      default:
        return notYet("an effect of a type this version does not know");
    }
  };
  const giveUp: Executors["giveUp"] = async (leased) => {
    const effect = leased.body as AnyEffect;
    if (effect.type === "bot-turn") return giveUpTurn(parts, handle, leased, effect);
    if (effect.type === "message-send") return giveUpSend(parts, handle, leased, effect);
    if (effect.type === "notification-deliver") return { outcome: "dead", error: "a fault in Baton; see the log" };
    // Timers, routing and publishing are what nothing may be forgotten by: they are tried for ever (I5, I9).
    return notYet("faults again and again");
  };
  return { execute, giveUp };
}

/** A newer version, or a repaired one, may know how. */
function notYet(error: string): Outcome {
  return { outcome: "retry", error, retryAfterMs: 60_000 };
}
