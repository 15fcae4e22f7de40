import type * as z from "zod";
import { pageOf } from "../../../protocol/fields.ts";
import type { Answer, SettingsClient } from "./settings-client.ts";

export interface Listed<Item extends z.ZodType> {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly item: Item;
}

type Page<Item extends z.ZodType> = Answer<{ readonly items: readonly z.output<Item>[]; readonly next: string | null }>;

/** Page by page, until the last or one that is refused. */
export async function* pagesOf<Item extends z.ZodType>(
  client: SettingsClient,
  { path, query, item }: Listed<Item>,
): AsyncGenerator<Page<Item>, void, void> {
  const search = new URLSearchParams({ limit: "200", ...query });
  for (let next: string | null = ""; next !== null; ) {
    if (next !== "") search.set("cursor", next);
    const page: Page<Item> = await client.call("GET", `${path}?${search}`, { answer: pageOf(item) });
    yield page;
    next = page.status === "refused" ? null : page.value.next;
  }
}

/** All of them, or the first this many. */
export async function allOf<Item extends z.ZodType>(
  client: SettingsClient,
  listed: Listed<Item>,
  most: number = Number.POSITIVE_INFINITY,
): Promise<Answer<readonly z.output<Item>[]>> {
  const found: z.output<Item>[] = [];
  for await (const page of pagesOf(client, listed)) {
    if (page.status === "refused") return page;
    found.push(...page.value.items);
    if (found.length >= most) break;
  }
  return { status: "answered", value: found.slice(0, most) };
}
