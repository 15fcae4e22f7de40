/** People are told by e-mail. Node only: the edge has no SMTP. */
import type { Delivery, DeliveryResult, Notifier } from "../../../src/ports/notifier.ts";
import { mailClient } from "./client.ts";
import type { EmailNotifierConfig } from "./config.ts";
import { isMailAddress } from "./mail-address.ts";
import { renderMail } from "./render.ts";

export { type EmailNotifierConfig, readEmailNotifierConfig } from "./config.ts";

export function emailNotifier(config: EmailNotifierConfig): Notifier {
  const client = mailClient(config);
  return {
    method: "email",
    capabilities: { reachesPeople: true, reachesEndpoints: false, places: [] },
    deliver,
  };

  async function deliver({ id, to, words }: Delivery, signal: AbortSignal): Promise<DeliveryResult> {
    if (to.type !== "person") return refused("E-mail reaches people only.");
    if (to.email === null) return refused("This person has no e-mail address.");
    if (!isMailAddress(to.email)) return refused("This person's e-mail address is not one.");
    const name = to.name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
    return client.send({ id, to: { name, address: to.email }, ...renderMail(words) }, signal);
  }
}

function refused(error: string): DeliveryResult {
  return { status: "failed", isGone: false, error };
}
