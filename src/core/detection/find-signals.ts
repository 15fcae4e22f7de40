import type { MessageContent } from "../conversation/message.ts";
import type { Policy } from "../settings/policy.ts";
import type { AttachmentKind } from "../settings/settings.ts";
import type { Reading } from "./reading.ts";
import type { Signal } from "./signal.ts";
import { findExplicitRequest } from "./signals/explicit-request.ts";
import { findFrustration } from "./signals/frustration.ts";
import { findInsult } from "./signals/insult.ts";
import { findRiskTopics } from "./signals/risk-topics.ts";

/** What a message of the customer says about needing a person, before anybody answers it. */
export function findSignals(content: MessageContent, reading: Reading | null, policy: Policy): readonly Signal[] {
  const signals: Signal[] = [];
  if (content.type === "choice" && content.choice === "person") signals.push({ id: "person-button", ...nowhere });
  if (content.type === "attachment") signals.push(unreadable(content.kind));
  if (content.type === "unsupported") signals.push(unreadable("other"));
  if (reading === null || content.type === "choice") return signals;
  if (isCommand(reading)) return [{ id: "person-button", start: 0, end: reading.original.length }];
  return [...signals, ...findInWords(reading, policy)];
}

/** Everything that words alone can show. */
function findInWords(reading: Reading, { settings, phrases }: Policy): readonly Signal[] {
  const { departmentsCount } = settings.detection;
  const single = [findExplicitRequest(reading, { departmentsCount }), findFrustration(reading), findInsult(reading)];
  return [
    ...findRiskTopics(reading),
    ...single.filter((signal) => signal !== null),
    ...phrases.find(reading).map(({ id, start, end }): Signal => ({ id: "phrase", detail: id, start, end })),
  ];
}

const nowhere = { start: 0, end: 0 };

function unreadable(kind: AttachmentKind): Signal {
  return { id: "unreadable-message", detail: kind, ...nowhere };
}

const commands = new Set(["/agent", "/human", "/person", "/operator"]);

function isCommand({ original }: Reading): boolean {
  return original.length < 20 && commands.has(original.trim().toLowerCase());
}
