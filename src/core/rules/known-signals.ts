import type { SignalId } from "../detection/signal.ts";
import type { AttachmentKind } from "../settings/settings.ts";

/** A record, so that a new signal has to be named here, too. */
const signals: Readonly<Record<SignalId, true>> = {
  "explicit-request": true,
  "unclear-request": true,
  "person-button": true,
  phrase: true,
  intent: true,
  "unsupported-topic": true,
  frustration: true,
  insult: true,
  "customer-repeats": true,
  "bot-repeats": true,
  "failed-attempts": true,
  "turn-budget": true,
  "bot-failed": true,
  "bot-proposed": true,
  "broken-promise": true,
  participant: true,
  flag: true,
  "unreadable-message": true,
  "self-harm": true,
  threat: true,
  legal: true,
  privacy: true,
  fraud: true,
};

const attachmentKinds: Readonly<Record<AttachmentKind, true>> = {
  audio: true,
  image: true,
  video: true,
  file: true,
  location: true,
  contact: true,
  other: true,
};

export function isSignalId(name: string): name is SignalId {
  return Object.hasOwn(signals, name);
}

export function isAttachmentKind(name: string): name is AttachmentKind {
  return Object.hasOwn(attachmentKinds, name);
}

/** Somebody asks for a person: with words, or with the button. */
export const requestSignals: readonly SignalId[] = ["explicit-request", "person-button"];

/** What must not be left to a bot. */
export const riskSignals: readonly SignalId[] = ["self-harm", "threat", "legal", "privacy", "fraud"];
