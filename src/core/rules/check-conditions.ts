import { type SettingsProblem, settingsError, settingsWarning } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";
import { partOf, ruleNamed, shortened } from "./check-context.ts";
import { fold, foldLanguage } from "./fold-facts.ts";
import { isAttachmentKind, isSignalId } from "./known-signals.ts";
import type { Condition, Rule } from "./rule.ts";

/** Conditions that ask for something that is not there. */
export function checkConditions(rule: Rule, settings: Settings): readonly SettingsProblem[] {
  return rule.when.flatMap((condition, index) =>
    check(condition, `when.${index}`, settings).map(({ path, code, severity, says }) => {
      const place = { part: partOf(rule), path, code, message: `${ruleNamed(rule)}: ${says}` };
      return severity === "error" ? settingsError(place) : settingsWarning(place);
    }),
  );
}

interface Finding {
  readonly path: string;
  readonly code: string;
  readonly says: string;
  readonly severity: SettingsProblem["severity"];
}

function check(condition: Condition, path: string, settings: Settings): readonly Finding[] {
  switch (condition.type) {
    case "not":
      return check(condition.condition, `${path}.condition`, settings);
    case "signal":
      return condition.is.flatMap((signal, index) => checkSignal(signal, `${path}.is.${index}`, settings));
    case "intent":
      return condition.is.flatMap((intent, index) => checkIntent(intent, `${path}.is.${index}`, settings));
    case "language":
      return condition.is.flatMap((tag, index) => checkLanguage(tag, `${path}.is.${index}`));
    case "hours":
      return Object.hasOwn(settings.hours, condition.of) ? [] : [missing(`${path}.of`, "hours", condition.of)];
    case "queue":
      return checkQueue(condition, path, settings);
    default:
      return [];
  }
}

function checkSignal(written: string, path: string, settings: Settings): Finding[] {
  const [signal, detail] = parted(fold(written));
  if (!isSignalId(signal)) return [missing(path, "signal", signal)];
  if (detail === null) return [];
  if (signal === "phrase" && !Object.keys(settings.phrases).some((id) => fold(id) === detail)) {
    return [missing(path, "phrase list", detail)];
  }
  if (signal === "unreadable-message" && !isAttachmentKind(detail)) return [missing(path, "kind of message", detail)];
  return signal === "intent" ? checkIntent(detail, path, settings) : [];
}

function parted(written: string): readonly [signal: string, detail: string | null] {
  const colon = written.indexOf(":");
  return colon < 0 ? [written, null] : [written.slice(0, colon), written.slice(colon + 1)];
}

/** The bot may know it all the same. */
function checkIntent(intent: string, path: string, { detection }: Settings): Finding[] {
  if (detection.intents.some((declared) => fold(declared) === fold(intent))) return [];
  const says = `nobody has declared the intent "${shortened(intent)}". Add it to the intents of detection, if the assistant knows it.`;
  return [{ path, code: "undeclared-intent", says, severity: "warning" }];
}

const languageTag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/;

function checkLanguage(tag: string, path: string): Finding[] {
  if (languageTag.test(foldLanguage(tag))) return [];
  const says = `nobody speaks "${shortened(tag)}". Write languages as de or pt-BR.`;
  return [{ path, code: "unknown-language", says, severity: "warning" }];
}

type QueueCondition = Extract<Condition, { readonly type: "queue" }>;

function checkQueue({ of, waitingAtLeast, availableAtMost }: QueueCondition, path: string, settings: Settings) {
  const findings: Finding[] = Object.hasOwn(settings.queues, of) ? [] : [missing(`${path}.of`, "queue", of)];
  if (waitingAtLeast !== null || availableAtMost !== null) return findings;
  const says = "its condition on a queue asks for nothing. Say how many wait, or how many people are free.";
  return [...findings, { path, code: "queue-without-bound", says, severity: "warning" } as const];
}

function missing(path: string, what: string, id: string): Finding {
  const says = `there is no ${what} "${shortened(id)}". Choose another one, or make it first.`;
  return { path, code: `missing-${what.replaceAll(" ", "-")}`, says, severity: "error" };
}
