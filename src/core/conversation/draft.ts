import type { Moment } from "../messages/moment.ts";
import { type Agent, type Hold, hold, release } from "../people/agent.ts";
import { loadOn } from "../people/load.ts";
import type { TransitionContext } from "./context.ts";
import type { Applied, FeedNote, Told } from "./decision.ts";
import { type Effect, lanes, type Notice, type PlannedEffect, type WantedTask } from "./effect.ts";
import { countBotMessage } from "./engagement.ts";
import type { Author, Choice, Message, MessageContent } from "./message.ts";
import type { Actor, ControlReason, EngagementRecord, RequestRecord, RoutingRecord } from "./record.ts";
import type { Control, Conversation } from "./state.ts";
import { type About, commonVariables, subjectOf, textForOf } from "./wording.ts";

/**
 * The change one event makes, while it is being written: the only place where sequence numbers, epochs and effect ids
 * are given. It is made for one transition and thrown away; `finish` returns plain data.
 */
export interface Draft {
  readonly at: number;
  readonly conversation: Conversation;
  set(
    change: Partial<
      Omit<Conversation, "schemaVersion" | "id" | "customerId" | "createdAt" | "revision" | "epoch" | LogPosition>
    >,
  ): void;
  /** Every change of control goes through here: one epoch, one record (I2). */
  changeControl(control: Control, reason: ControlReason, actor: Actor): void;
  append(author: Author, content: MessageContent, providerId?: string | null): Message;
  /** Appends and plans the send, under the epoch that is now in force (I3). */
  send(author: Author, content: MessageContent): Message;
  /** The lead's words for a moment; `null`: muted. Whoever asks for them says them. */
  word(moment: Moment, options?: WordOptions): string | null;
  /** Tells the customer something at a moment, in the words the lead chose (I4). `false`: muted, nothing was said. */
  say(moment: Moment, options?: SayOptions): boolean;
  update(message: Message): void;
  plan(effect: Effect, options: { lane: string | null; dueAt: number }): string;
  cancel(effectId: string): void;
  record(record: Unplaced<RequestRecord> | Unplaced<RoutingRecord>): number;
  /** Where the next record will stand. */
  nextRecordSeq(): number;
  rewriteRecord(record: EngagementRecord): void;
  hold(agent: Agent, as: Hold["as"]): void;
  release(agent: Agent | undefined): void;
  /** In this change where the decision has read them, else in one of its own right after it. */
  releaseAsked(agentId: string): void;
  /** An agent as this change leaves them so far. */
  agent(id: string): Agent | undefined;
  changeAgent(agent: Agent): void;
  notify(notice: Partial<Notice> & Pick<Notice, "kind" | "subjectId" | "targets">): void;
  promiseTask(task: WantedTask): void;
  note(feed: FeedNote): void;
  finish(): Applied;
}

/** Where it stands and when is the draft's to say. */
type Unplaced<Entry extends EngagementRecord> = Omit<
  Entry,
  "schemaVersion" | "conversationId" | "seq" | "at" | "epoch"
>;

type LogPosition = "lastSeq" | "lastRecordSeq";

export interface WordOptions {
  readonly variables?: Readonly<Record<string, string>>;
  /** What it is about; by itself the open handoff. */
  readonly about?: About | null;
  /** Said in front of it, in the same message. */
  readonly after?: readonly (string | null)[];
}

export interface SayOptions extends WordOptions {
  /** What the customer may answer with, as buttons where the channel has them. */
  readonly choices?: readonly Choice[];
}

export function startDraft(before: Conversation, event: { at: number }, context: TransitionContext): Draft {
  let conversation: Conversation = { ...before, revision: before.revision + 1 };
  const messages: Message[] = [];
  const records: EngagementRecord[] = [];
  const effects: PlannedEffect[] = [];
  const cancels: string[] = [];
  const agents = new Map<string, Agent>();
  const feed: FeedNote[] = [];
  const told: Told[] = [];

  const draft: Draft = {
    at: event.at,
    get conversation() {
      return conversation;
    },
    set(change) {
      conversation = { ...conversation, ...change };
    },
    changeControl(control, reason, actor) {
      const from = conversation.epoch === 0 ? null : conversation.control.phase;
      const epoch = conversation.epoch + 1;
      const seq = conversation.lastRecordSeq + 1;
      conversation = { ...conversation, control, epoch, lastRecordSeq: seq };
      const agentId = control.phase === "human" ? control.agentId : null;
      records.push({
        schemaVersion: 1,
        type: "control",
        conversationId: conversation.id,
        seq,
        at: event.at,
        actor,
        epoch,
        engagement: conversation.engagement.number,
        from,
        to: control.phase,
        agentId,
        reason,
      });
      feed.push({ type: "control-changed", data: { phase: control.phase, epoch, agentId } });
    },
    append(author, content, providerId = null) {
      const message = newMessage(conversation, event.at, author, content, providerId);
      conversation = { ...conversation, lastSeq: message.seq };
      if (author.type === "bot") draft.set(countBotMessage(conversation, 1));
      messages.push(message);
      feed.push({ type: "message-added", data: { seq: message.seq, author: author.type } });
      return message;
    },
    send(author, content) {
      const message = { ...draft.append(author, content), delivery: { status: "queued" as const } };
      messages[messages.length - 1] = message;
      draft.plan(
        { type: "message-send", conversationId: conversation.id, seq: message.seq, epoch: conversation.epoch },
        { lane: lanes.send(conversation.id), dueAt: event.at },
      );
      return message;
    },
    word(moment, { variables = {}, about = subjectOf(conversation) } = {}) {
      const { policy, channel } = context;
      const found = policy.texts.find(moment, textForOf(conversation, about, context, event.at), channel.maxTextLength);
      if (found.status === "muted") {
        feed.push({ type: "moment-muted", data: { moment } });
        return null;
      }
      told.push({ textId: found.textId, moment, version: policy.version });
      return found.render({ ...commonVariables(about, found.locale, context, event.at), ...variables });
    },
    say(moment, options = {}) {
      const text = joined([...(options.after ?? []), draft.word(moment, options)]);
      if (text === "") return false;
      const { choices = [] } = options;
      const content: MessageContent = choices.length > 0 ? { type: "offer", text, choices } : { type: "text", text };
      draft.send({ type: "system", moment }, content);
      return true;
    },
    update(message) {
      messages.push(message);
      feed.push({ type: "message-changed", data: { seq: message.seq, delivery: message.delivery.status } });
    },
    plan(effect, { lane, dueAt }) {
      const id = `${conversation.id}.${conversation.revision}.${effects.length}`;
      effects.push({ id, lane, dueAt, effect });
      return id;
    },
    cancel(effectId) {
      cancels.push(effectId);
    },
    record(record) {
      const seq = conversation.lastRecordSeq + 1;
      conversation = { ...conversation, lastRecordSeq: seq };
      records.push({
        ...record,
        schemaVersion: 1,
        conversationId: conversation.id,
        seq,
        at: event.at,
        epoch: conversation.epoch,
      });
      return seq;
    },
    nextRecordSeq: () => conversation.lastRecordSeq + 1,
    rewriteRecord(record) {
      records.push(record);
    },
    hold(agent, as) {
      const held = { as, ...loadOn(context.channel, context.policy), at: event.at };
      agents.set(agent.id, hold(agents.get(agent.id) ?? agent, conversation.id, held));
    },
    release(agent) {
      if (agent) agents.set(agent.id, release(agents.get(agent.id) ?? agent, conversation.id));
    },
    releaseAsked(agentId) {
      const agent = draft.agent(agentId);
      if (agent) draft.release(agent);
      else {
        const effect = { type: "hold-release", conversationId: conversation.id, agentId } as const;
        draft.plan(effect, { lane: null, dueAt: event.at });
      }
    },
    agent: (id) => agents.get(id) ?? context.agents[id],
    changeAgent(agent) {
      agents.set(agent.id, agent);
    },
    notify(notice) {
      if (notice.targets.length === 0) return;
      const { control } = conversation;
      // Whoever is asked or given something in the middle of a handoff hears how urgent it is, as at its beginning.
      const handoff = control.phase === "queue" || control.phase === "human" ? control.handoff : null;
      const about = { reason: handoff?.reason ?? null, priority: handoff?.priority ?? ("normal" as const) };
      const whole = { actorId: null, detail: null, ...about, ...notice };
      draft.plan({ type: "notify", conversationId: conversation.id, notice: whole }, { lane: null, dueAt: event.at });
    },
    promiseTask(task) {
      draft.plan({ type: "task-create", conversationId: conversation.id, task }, { lane: null, dueAt: event.at });
    },
    note(entry) {
      feed.push(entry);
    },
    finish() {
      return {
        status: "applied",
        conversation,
        messages,
        records,
        effects,
        cancels,
        agents: [...agents.values()],
        feed,
        told,
      };
    },
  };
  return draft;
}

/** Several texts of one moment are one message: nobody gets two where one was meant (I4). */
export function joined(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== "").join("\n\n");
}

function newMessage(
  conversation: Conversation,
  at: number,
  author: Author,
  content: MessageContent,
  providerId: string | null,
): Message {
  return {
    schemaVersion: 1,
    conversationId: conversation.id,
    seq: conversation.lastSeq + 1,
    at,
    channelId: conversation.route.channelId,
    engagement: conversation.engagement.number,
    epoch: conversation.epoch,
    author,
    content,
    providerId,
    delivery: { status: "none" },
  };
}
