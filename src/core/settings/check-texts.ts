import { checkTextLengths } from "../messages/check/check-text-lengths.ts";
import type { TemplateProblem } from "../messages/check/template-problem.ts";
import { adviseOnTemplate, checkTemplate } from "../messages/check-template.ts";
import type { Text, TextScope } from "../messages/text.ts";
import type { CheckContext } from "./check.ts";
import { isEnough } from "./most-problems.ts";
import { type SettingsProblem, settingsError, settingsWarning } from "./problem.ts";
import type { Settings } from "./settings.ts";

/** Every text by itself, whom it is for, and which two are for the same. */
export function checkTexts(settings: Settings, context: CheckContext): readonly SettingsProblem[] {
  const texts = Object.values(settings.texts);
  const each = checkEach(texts, settings, context);
  return isEnough(each) ? each : [...each, ...checkRivals(texts), ...checkLengths(settings, context)];
}

/** What cannot be published anyway is not looked into any further. */
function checkEach(texts: readonly Text[], settings: Settings, context: CheckContext): readonly SettingsProblem[] {
  const found: SettingsProblem[] = [];
  for (const text of texts) {
    found.push(...checkWords(text), ...checkTemplates(text));
    found.push(...checkScope(text, settings), ...checkChannel(text, context));
    if (isEnough(found)) break;
  }
  return found;
}

function checkWords({ id, isMuted, byLocale }: Text): readonly SettingsProblem[] {
  if (isMuted || Object.keys(byLocale).length > 0) return [];
  const message = `Text "${id}" says nothing in any language. Write it in one, or mute it.`;
  return [settingsError({ part: partOf(id), path: "byLocale", code: "text-without-words", message })];
}

function checkTemplates({ id, moment, byLocale }: Text): readonly SettingsProblem[] {
  return Object.entries(byLocale).flatMap(([locale, source]) => {
    const place = { part: partOf(id), path: `byLocale.${locale}` };
    const told = ({ message, line, column }: TemplateProblem) =>
      `Text "${id}" (${locale}), line ${line}, column ${column}: ${message}`;
    const wrong = checkTemplate(source, moment);
    if (wrong.length > 0) {
      return wrong.map((found) => settingsError({ ...place, code: "bad-template", message: told(found) }));
    }
    const advice = adviseOnTemplate(source, moment);
    return advice.map((found) => settingsWarning({ ...place, code: "may-read-badly", message: told(found) }));
  });
}

function checkScope({ id, scope }: Text, settings: Settings): readonly SettingsProblem[] {
  const referred = [
    { path: "scope.rule", what: "rule", named: scope.rule, known: settings.rules },
    { path: "scope.team", what: "team", named: scope.team, known: settings.teams },
  ];
  return referred.flatMap(({ path, what, named, known }) => {
    if (named === null || Object.hasOwn(known, named)) return [];
    const message = `Text "${id}" is for ${what} "${named}", which does not exist. Choose another one, or make it first.`;
    return [settingsError({ part: partOf(id), path, code: `missing-${what}`, message })];
  });
}

/** A warning: the same settings may serve a workspace with other channels. */
function checkChannel({ id, scope: { channel } }: Text, { channels }: CheckContext): readonly SettingsProblem[] {
  if (channel === null || channels.some((known) => known.id === channel || known.kind === channel)) return [];
  const message = `Text "${id}" is for channel "${channel}", and there is none of this id or kind: nobody gets it.`;
  return [settingsWarning({ part: partOf(id), path: "scope.channel", code: "missing-channel", message })];
}

/** Of two texts for the same people at the same moment, only the first by id is ever said. */
function checkRivals(texts: readonly Text[]): readonly SettingsProblem[] {
  const rivals = Map.groupBy(texts, ({ moment, scope }) => JSON.stringify([moment, ...axesOf(scope)]));
  return [...rivals.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return others.map(({ id, moment }) => {
      const message = `Texts "${first?.id}" and "${id}" are for the same people at ${moment}. Where both have a language, "${id}" is not used.`;
      return settingsWarning({ part: partOf(id), path: "scope", code: "same-scope", message });
    });
  });
}

function axesOf({ rule, channel, team, reason, hours }: TextScope): readonly (string | null)[] {
  return [rule, channel, team, reason, hours];
}

function checkLengths(settings: Settings, { channels }: CheckContext): readonly SettingsProblem[] {
  return checkTextLengths(settings, channels).map(({ textId, locale, channelId, length, maxLength }) => {
    const message = `Text "${textId}" (${locale}) may have ${length} characters on channel ${channelId}, which takes ${maxLength}: the rest is cut.`;
    return settingsWarning({ part: partOf(textId), path: `byLocale.${locale}`, code: "text-may-be-cut", message });
  });
}

function partOf(id: string): string {
  return `texts/${id}`;
}
