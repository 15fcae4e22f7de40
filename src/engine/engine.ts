import type { FeedEntry } from "../ports/store.ts";
import { type Agents, createAgents } from "./agents.ts";
import { type Backtests, createBacktests } from "./backtests.ts";
import { type Captured, createCaptured } from "./captured.ts";
import { type CaseHandoffs, createCaseHandoffs } from "./casehandoff/case-handoffs.ts";
import { createCaseParts } from "./casehandoff/case-parts.ts";
import { createRunCaseEffect } from "./casehandoff/run-case-effect.ts";
import { createRunCommand, type RunCommand } from "./commands.ts";
import { type Conversations, createConversations } from "./conversations.ts";
import { type Customers, createCustomers } from "./customers/customers.ts";
import { createRunCustomerEffect } from "./customers/run-customer-effect.ts";
import { createDeadLetters, type DeadLetters } from "./dead-letters.ts";
import { createEffectRunner } from "./effect-runner.ts";
import { createErase } from "./erase.ts";
import { createExecutors } from "./execute.ts";
import { createHandleEvent, type HandleEvent } from "./handle-event.ts";
import { createInbound, type Inbound } from "./inbound.ts";
import { createKnownConversations } from "./known-conversations.ts";
import { createLiveFeed, type LiveFeed } from "./live-feed.ts";
import { createMailbox } from "./mailbox.ts";
import { createNotifications, type Notifications } from "./notifications/notifications.ts";
import { notifiesInProductOnly } from "./notifications/notifying.ts";
import { createSweepArm } from "./orphans/orphan-sweep.ts";
import { createPackets, type Packets } from "./packets.ts";
import type { Parts } from "./parts.ts";
import type { BulkTools } from "./people/bulk-batch.ts";
import { createHeard } from "./people/heard.ts";
import { createHeartbeat } from "./people/heartbeat.ts";
import { createPeople, type People } from "./people/people.ts";
import { createRunPeopleEffect } from "./people/run-people-effect.ts";
import { createReadContext } from "./read-context.ts";
import { createReports, type Reports } from "./reports/reports.ts";
import { createRequests, type Requests } from "./requests.ts";
import { createRoster } from "./routing/roster.ts";
import { createRosterArm } from "./routing/roster-check.ts";
import { createPolicies } from "./settings/policies.ts";
import { createPolicyReader } from "./settings/policy-reader.ts";
import { createWorkspaceSettings, type WorkspaceSettings } from "./settings/workspace-settings.ts";
import { createSurveys, type Surveys } from "./surveys/surveys.ts";
import { createRunFollowUpEffect } from "./tasks/run-follow-up-effect.ts";
import { createTaskSweepArm } from "./tasks/task-sweep.ts";
import { createTasks, type Tasks } from "./tasks/tasks.ts";
import { createTrials, type Trials } from "./trials.ts";
import { createTurnWatch } from "./turn-watch.ts";
import { type WatchDecisions, watched } from "./watch-decisions.ts";
import { createWorkload } from "./workload.ts";

/** One workspace at work. Everything from outside comes in here, and nowhere else. */
export interface Engine {
  readonly workspaceId: string;
  readonly accept: Inbound["accept"];
  readonly command: RunCommand;
  readonly conversations: Conversations;
  readonly agents: Agents;
  readonly people: People;
  readonly customers: Customers;
  readonly requests: Requests;
  readonly deadLetters: DeadLetters;
  readonly settings: WorkspaceSettings;
  readonly trials: Trials;
  readonly backtests: Backtests;
  readonly caseHandoffs: CaseHandoffs;
  readonly captured: Captured;
  readonly tasks: Tasks;
  readonly surveys: Surveys;
  readonly notifications: Notifications;
  readonly packets: Packets;
  readonly reports: Reports;
  readonly feed: LiveFeed;
  erase(customerId: string): Promise<boolean>;
  /** Too much is waiting: the door answers 503 instead of letting it grow. */
  isOverloaded(): boolean;
  /** Whether the store answers. */
  ping(): Promise<void>;
  /** Reads the settings in force; until then, decisions would be made by those a workspace begins with. */
  prepare(): Promise<void>;
  /** Prepares, and begins to listen to the feed and to take what is due. */
  start(): Promise<void>;
  /** Takes what is due now; called by the runtime's timer or alarm. */
  runDue(): Promise<void>;
  /** Runs until nothing is due; for simulated time. */
  settleAll(): Promise<void>;
  /** Stops leasing, finishes what runs, hands the rest back. */
  stop(): Promise<void>;
}

export function createEngine(parts: Parts, watch: WatchDecisions | null = null): Engine {
  const mailbox = createMailbox();
  const known = createKnownConversations(parts.store);
  const policies = createPolicies(parts);
  const settings = createWorkspaceSettings(parts, policies);
  // The executor needs the path, and the path needs the runner: the knot is tied here, once.
  const path: { handle: HandleEvent } = { handle: () => Promise.reject(new Error("The engine is not ready.")) };
  const handle: HandleEvent = (...event) => path.handle(...event);
  const policyReader = createPolicyReader(policies);
  const roster = createRoster(parts);
  const telling = { parts, policies, notifying: parts.notifying ?? notifiesInProductOnly() };
  const heard = createHeard();
  const heartbeat = createHeartbeat(parts, policies, heard);
  const bulk: Omit<BulkTools, "parts"> = {
    known,
    readContext: (...read) => readContext(...read),
    runner: { offer: () => runner.offer(), committed: (...given) => runner.committed(...given) },
  };
  const people = createRunPeopleEffect(parts, handle, { policies, heard, bulk, wake: () => wake() });
  const caseParts = createCaseParts(parts, {
    ...{ policies: policyReader, settings, known, wake: () => wake() },
    readContext: (...read) => readContext(...read),
  });
  const cases = createRunCaseEffect(caseParts);
  const customers = createRunCustomerEffect(parts, handle, () => wake());
  const reports = createReports(parts, () => feed.followers > 0);
  const followUps = createRunFollowUpEffect(parts, { known, handle, policies: policyReader, wake: () => wake() });
  const runner = createEffectRunner(
    parts,
    createExecutors(parts, known, handle, {
      settings,
      telling,
      policies: policyReader,
      roster,
      people,
      customers,
      cases,
      reports,
      followUps,
    }),
  );
  const workload = createWorkload(parts, roster);
  const armRosterCheck = createRosterArm(parts);
  const armSweep = createSweepArm(parts);
  const armTaskSweep = createTaskSweepArm(parts);
  const arm = async () => {
    for (const each of [armTaskSweep, reports.arm, armRosterCheck, armSweep]) await each();
  };
  const readContext = watched(createReadContext(parts, policyReader, workload), watch);
  path.handle = createHandleEvent(parts, known, mailbox, runner, readContext);
  const inbound = createInbound(parts, handle, policies);
  const watchTurns = createTurnWatch(parts, runner);
  const feed = createLiveFeed(parts, (entry: FeedEntry) => {
    const { conversationId, data } = entry;
    if (conversationId !== null && typeof data.revision === "number") known.hear(conversationId, data.revision);
    watchTurns(entry);
    policies.hear(entry);
    reports.hear(entry);
  });
  const wake = () => parts.keepAlive(runner.runDue().catch(() => undefined));
  const command = createRunCommand(parts, handle);
  parts.metrics.gauge("baton_events_waiting", () => mailbox.size);
  parts.metrics.gauge("baton_effects_running", () => runner.running.size);
  parts.metrics.gauge("baton_feed_followers", () => feed.followers);

  return {
    workspaceId: parts.workspaceId,
    accept: inbound.accept,
    command,
    conversations: createConversations(parts.store),
    agents: createAgents(parts, wake),
    customers: createCustomers(parts, wake),
    people: createPeople(parts, { policies, heartbeat, bulk, wake }),
    requests: createRequests(parts.store),
    deadLetters: createDeadLetters(parts, wake),
    settings,
    trials: createTrials(parts, workload, settings.switches),
    backtests: createBacktests(parts),
    caseHandoffs: createCaseHandoffs(caseParts),
    captured: createCaptured(parts.store),
    tasks: createTasks(parts, policyReader),
    surveys: createSurveys(parts, policyReader),
    notifications: createNotifications(telling),
    packets: createPackets(parts),
    reports,
    feed,
    erase: createErase(parts, inbound, known),
    isOverloaded: () => mailbox.size >= parts.limits.maxWaiting,
    async ping() {
      await parts.store.load([{ kind: "ping", id: "ping" }]);
    },
    prepare: policies.start,
    async start() {
      // Listening first: what is published between the two is heard.
      await feed.start();
      await policies.start();
      await arm();
      await runner.runDue();
    },
    async runDue() {
      // At the edge it is prepared and not started: this is the first that is heard of time.
      await arm();
      await runner.runDue();
    },
    settleAll: () => runner.settleAll(),
    async stop() {
      await runner.stop();
      await reports.stop();
      await feed.stop();
    },
  };
}
