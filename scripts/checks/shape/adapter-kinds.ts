/** What a folder under `adapters/{kind}/` holds at least, so that knowing one adapter is knowing all. */
export interface AdapterKind {
  /** The template's files that every adapter of the kind has; it may have more. */
  readonly files: readonly string[];
  /** The factory's name ends with it. */
  readonly port: string;
  /** Every adapter's tests call it. */
  readonly contract: string;
  /** Where the adapter is mentioned, or in README.md. */
  readonly guide: string;
}

export const adapterKinds: Readonly<Record<string, AdapterKind>> = {
  channels: {
    files: ["QUIRKS.md", "client.ts", "config.ts", "index.ts", "parse.ts", "render.ts", "verify.ts"],
    port: "Channel",
    contract: "test/contracts/channel.ts",
    guide: "docs/adding-a-channel.md",
  },
  bots: {
    files: ["QUIRKS.md", "config.ts", "index.ts"],
    port: "Bot",
    contract: "test/contracts/bot.ts",
    guide: "docs/adding-a-bot.md",
  },
  summarizers: {
    files: ["QUIRKS.md", "config.ts", "index.ts"],
    port: "Summarizer",
    contract: "test/contracts/summarizer.ts",
    guide: "docs/adding-a-bot.md",
  },
  lookups: {
    files: ["QUIRKS.md", "client.ts", "config.ts", "index.ts", "parse.ts", "render.ts"],
    port: "Lookup",
    contract: "test/contracts/customer-lookup.ts",
    guide: "docs/people.md",
  },
  notifiers: {
    files: ["QUIRKS.md", "client.ts", "config.ts", "index.ts", "render.ts"],
    port: "Notifier",
    contract: "test/contracts/notifier.ts",
    guide: "docs/notifications.md",
  },
  modules: {
    files: ["QUIRKS.md", "client.ts", "config.ts", "index.ts", "parse.ts", "render.ts"],
    port: "Module",
    contract: "test/contracts/case-module.ts",
    guide: "docs/case-handoff.md",
  },
  stores: {
    files: ["index.ts"],
    port: "Store",
    contract: "test/contracts/store.ts",
    guide: "docs/adding-a-store.md",
  },
};
