/** What a measured server tells the bench over the channel between them. */
export type FromServer =
  | { readonly type: "listening"; readonly port: number }
  | { readonly type: "usage"; readonly cpuMs: number; readonly rssMb: number };

/** Answers every question of the bench with what the process has used so far, all its threads together. */
export function reportUsage(): void {
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    tell({ type: "usage", cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 });
  });
  process.once("disconnect", () => process.exit(0));
}

export function tell(message: FromServer): void {
  process.send?.(message);
}
