import { languageFor, type NoticeEntry, wordsFor } from "../../core/notifications/words.ts";
import { readAgent } from "../../core/people/agent.ts";
import { factsOf } from "./deliver-one.ts";
import type { DeliverParts } from "./deliver-parts.ts";
import type { InboxItem } from "./documents.ts";

export interface DescribedItem {
  readonly item: InboxItem;
  /** In the person's language; `null`: what it was about was erased. */
  readonly entry: NoticeEntry | null;
}

export interface Description {
  readonly language: string;
  readonly items: readonly DescribedItem[];
}

export type DescribeItems = (agentId: string, items: readonly InboxItem[]) => Promise<Description>;

/** What one person reads in the product, with names and waits as they are now. */
export function createDescribeItems(deliverParts: DeliverParts): DescribeItems {
  const { parts, policies } = deliverParts;

  return async (agentId, items) => {
    const [stored] = await parts.store.load([{ kind: "agent", id: agentId }]);
    const own = stored ? readAgent(stored.body).locale : null;
    const language = languageFor([own, policies.current().settings.company.defaultLocale]);
    return { language, items: await Promise.all(items.map((item) => describe(item, language))) };
  };

  async function describe(item: InboxItem, language: string): Promise<DescribedItem> {
    const facts = await factsOf(deliverParts, item.told, item.isPersonal);
    const now = parts.clock.now();
    const words = facts && wordsFor([facts], { language, now, isBundle: false, isForPerson: true });
    return { item, entry: words?.entries[0] ?? null };
  }
}
