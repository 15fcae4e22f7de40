/** The only file of this notifier that talks to the network: SMTP over TCP, so it runs on Node alone. */
import { createTransport } from "nodemailer";
import type { DeliveryResult } from "../../../src/ports/notifier.ts";
import type { EmailNotifierConfig } from "./config.ts";
import type { RenderedMail } from "./render.ts";

export interface Mail extends RenderedMail {
  /** The same over repetitions: becomes the Message-ID, by which mailboxes can tell one. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
}

export interface MailClient {
  send(mail: Mail, signal: AbortSignal): Promise<DeliveryResult>;
}

/** Nobody should answer a machine, and no machine should either. RFC 3834, and what Exchange understands. */
const headers = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };

export function mailClient(config: EmailNotifierConfig): MailClient {
  const { host, port, isSecure, credentials, requiresTls, from, timeoutMs = 10_000 } = config;
  const transport = createTransport({
    host,
    port,
    secure: isSecure,
    requireTLS: requiresTls,
    ...(credentials ? { auth: { user: credentials.user, pass: credentials.password } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // Nothing in a mail of ours names a file or an address to be read into it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);

  return {
    async send({ id, to, subject, text, html }, signal) {
      const messageId = `<${id.replace(/[^A-Za-z0-9._-]/g, "-")}@${domain}>`;
      const sending = transport.sendMail({ from, to, subject, text, html, messageId, headers });
      try {
        await Promise.race([sending, whenAborted(signal)]);
        return { status: "delivered" };
      } catch (error) {
        // Whatever still comes of it: nobody listens any more.
        sending.catch(() => undefined);
        return failureOf(error, host);
      }
    },
  };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(Object.assign(new Error("The delivery was aborted."), { code: "ABORTED" }));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

/** The server's own words may name people, so only its code is told (I15). */
function failureOf(error: unknown, host: string): DeliveryResult {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  const isAnswer = typeof responseCode === "number";
  const name = typeof code === "string" && /^[A-Z_]{1,30}$/.test(code) ? code : "unknown";
  const what = isAnswer ? `answered ${responseCode} (${name})` : `could not be used (${name})`;
  const text = `The mail server ${host} ${what}.`;
  // A refused log-in is the operator's to mend, and what waits should still go out then.
  if (isAnswer && responseCode >= 500 && name !== "EAUTH") return { status: "failed", isGone: false, error: text };
  return { status: "retry", error: text, retryAfterMs: null };
}
