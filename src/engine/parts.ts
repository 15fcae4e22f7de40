import type { ConversationSettings } from "../core/conversation/settings.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Bot } from "../ports/bot.ts";
import type { CaseModule } from "../ports/case-module.ts";
import type { Channel } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { CustomerLookup } from "../ports/customer-lookup.ts";
import type { Ids } from "../ports/ids.ts";
import type { Logger } from "../ports/logger.ts";
import type { Store } from "../ports/store.ts";
import type { Summarizer } from "../ports/summarizer.ts";
import type { Limits } from "./limits.ts";
import type { Metrics } from "./metrics.ts";
import type { Notifying } from "./notifications/notifying.ts";
import type { ReportRunner } from "./reports/report-runner.ts";
import type { SignedPost } from "./routing/signed-post.ts";
import type { SurveyLinks } from "./surveys/survey-links.ts";

/** What an engine is made of; the entries put it together. */
export interface Parts {
  readonly workspaceId: string;
  readonly store: Store;
  readonly channels: ReadonlyMap<string, Channel>;
  /** Channels whose conversations are tests or demo: they count in no figure. */
  readonly testChannelIds: ReadonlySet<string>;
  readonly bots: ReadonlyMap<string, Bot>;
  /** Writes the account of a conversation in a handoff's packet; `null`: packets do without. */
  readonly summarizer: Summarizer | null;
  readonly settings: ConversationSettings;
  /** The lead's settings before any lead has published: version 0. */
  readonly starter: Settings;
  /** The company's own system that knows more of its customers; absent: nobody is asked. */
  readonly lookup?: CustomerLookup;
  /** How people are told outside of the product; absent: they are not. */
  readonly notifying?: Notifying;
  /** Signs the addresses at which surveys are answered; absent: they are answered in words or by buttons. */
  readonly surveyLinks?: SurveyLinks;
  /** What people are responsible for elsewhere, and what moves with a case handoff; absent: nothing. */
  readonly caseModules?: readonly CaseModule[];
  /** Counts reports where it holds nobody up; absent: this very thread does, in small pieces. */
  readonly reportRunner?: ReportRunner;
  /** How a queue's outside service is asked whom to choose; absent: the fallback chooses. */
  readonly signedPost?: SignedPost;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly limits: Limits;
  /** 0 ≤ n < 1, for jitter. */
  readonly random: () => number;
  /** Asked to call `runDue` at this time: a timer in a process, an alarm at the edge. */
  readonly wakeAt: (at: number) => void;
  /** Told of work that goes on after an answer, so that the runtime keeps it alive. */
  readonly keepAlive: (work: Promise<unknown>) => void;
}
