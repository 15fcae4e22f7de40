import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import { withBot } from "../engagement.ts";

/**
 * What the assistant's first words in an engagement begin with: that it is an AI, and what everybody has to know just
 * now. In the same message as its answer, so that nobody gets two.
 */
export function introduction(draft: Draft, context: TransitionContext): readonly (string | null)[] {
  const { isIntroduced } = draft.conversation.engagement.bot;
  const words = isIntroduced ? null : draft.word("bot.introduction");
  if (!isIntroduced) draft.set(withBot(draft.conversation, { isIntroduced: true }));
  return [words, incidentNotice(draft, context)];
}

/** Once per engagement, while the lead's switch is on. */
export function incidentNotice(draft: Draft, { policy }: TransitionContext): string | null {
  const { incident } = policy.switches;
  const { engagement, locale } = draft.conversation;
  if (!incident || incident.until <= draft.at || engagement.hasHeardIncident) return null;
  draft.set({ engagement: { ...engagement, hasHeardIncident: true } });
  const language = locale?.split("-")[0] ?? "";
  const { byLocale } = incident;
  const text = byLocale[locale ?? ""] ?? byLocale[language] ?? byLocale[policy.settings.company.defaultLocale];
  const said = text ?? Object.values(byLocale)[0] ?? "";
  return said === "" ? null : draft.word("incident.notice", { variables: { incident_text: said } });
}
