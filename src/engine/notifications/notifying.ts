import type { PushMethod } from "../../core/notifications/preferences.ts";
import type { Notifier, NotifierMethod } from "../../ports/notifier.ts";
import { createSealer, type Sealer } from "../sealer.ts";

/** How this workspace reaches people outside of the product. */
export interface Notifying {
  readonly notifiers: ReadonlyMap<NotifierMethod, Notifier>;
  /** Links lead there; `null`: no links. Without a slash at the end. */
  readonly publicUrl: string | null;
  /** Puts the beginning of what the customer wrote last into what leaves the product; redacted. */
  readonly showsExcerpt: boolean;
  /** For the secrets of webhook endpoints. */
  readonly sealer: Sealer;
  /** Why an address may not be called, in words; `null`: it may. */
  readonly endpointProblem: (url: string) => string | null;
}

/** The ways to single people that are configured. */
export function methodsOf(notifiers: Notifying["notifiers"]): readonly PushMethod[] {
  return (["email", "slack"] as const).filter((method) => notifiers.get(method)?.capabilities.reachesPeople);
}

/** In the product only. What is sealed with it nobody can open later. */
export function notifiesInProductOnly(): Notifying {
  return {
    notifiers: new Map(),
    publicUrl: null,
    showsExcerpt: false,
    sealer: createSealer(crypto.randomUUID()),
    endpointProblem: () => "Webhooks are not available here.",
  };
}
