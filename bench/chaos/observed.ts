/** What Baton says happened, as its own API tells it. */
export interface Observed {
  readonly conversations: readonly ObservedConversation[];
  readonly deadLetters: readonly { readonly id: string; readonly conversationId: string }[];
  readonly people: readonly ObservedPerson[];
  readonly followUps: readonly ObservedFollowUp[];
  readonly notices: readonly ObservedNotice[];
  /** When the follow-ups were read. */
  readonly readAt: number;
}

export interface ObservedConversation {
  readonly id: string;
  readonly address: string;
  readonly phase: Phase;
  /** Who has it. */
  readonly agentId: string | null;
  readonly epoch: number;
  /** When its messages were read. */
  readonly readAt: number;
  /** In the list of its phase, and in no other. */
  readonly isListed: boolean;
  /** Of those who wait: somebody is asked to take it, after one more person came on duty. */
  readonly isOffered: boolean;
  readonly messages: readonly ObservedMessage[];
  readonly records: readonly ObservedRecord[];
}

export type Phase = "bot" | "queue" | "human" | "closed";

export interface ObservedMessage {
  readonly seq: number;
  readonly epoch: number;
  readonly author: "customer" | "bot" | "agent" | "system" | "note";
  /** Of system messages. */
  readonly moment: string | null;
  readonly text: string;
  readonly delivery: string;
}

export interface ObservedRecord {
  readonly seq: number;
  readonly type: "control" | "request" | "routing";
  readonly epoch: number;
  readonly at: number;
  readonly from: Phase | null;
  readonly to: Phase | null;
  readonly reason: string | null;
  readonly agentId: string | null;
  /** Of a move with all the others of somebody: which case handoff it was. */
  readonly jobId: string | null;
  /** Of a decision of routing: whom it gave the conversation to without asking. */
  readonly givenTo: string | null;
  /** Of a request. */
  readonly request: ObservedRequest | null;
}

export interface ObservedRequest {
  readonly id: string;
  readonly kind: "offer" | "assign" | "discuss";
  /** The colleague who asked; `null`: routing. */
  readonly askedBy: string | null;
  readonly end: { readonly status: string; readonly at: number } | null;
}

export interface ObservedPerson {
  readonly id: string;
  readonly capacity: number;
  readonly holds: readonly { readonly conversationId: string; readonly as: "offered" | "open" | "idle" }[];
}

export interface ObservedFollowUp {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly status: "open" | "done" | "cancelled";
  readonly dueAt: number;
  readonly endedAt: number | null;
  readonly history: readonly { readonly at: number; readonly change: string }[];
}

/** What one person was told in the product. */
export interface ObservedNotice {
  readonly agentId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly conversationId: string | null;
  readonly detail: string | null;
}

export function isAutomatic({ author }: ObservedMessage): boolean {
  return author === "bot" || author === "system";
}

export function controlRecords({ records }: Pick<ObservedConversation, "records">): readonly ObservedRecord[] {
  return records.filter(({ type }) => type === "control");
}

export function requestsIn({ records }: Pick<ObservedConversation, "records">): readonly ObservedRequest[] {
  return records.flatMap(({ request }) => request ?? []);
}

/** Who was in control under an epoch. */
export function phaseUnder(conversation: ObservedConversation, epoch: number): Phase | null {
  return controlRecords(conversation).find((record) => record.epoch === epoch)?.to ?? null;
}

/** The id under which a message leaves. */
export function outgoingId(conversation: ObservedConversation, message: ObservedMessage): string {
  return `${conversation.id}.m${message.seq}`;
}
