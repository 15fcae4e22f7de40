import { afterEach, describe, expect, test } from "vitest";
import { emailNotifier, readEmailNotifierConfig } from "../../../../adapters/notifiers/email/index.ts";
import { renderMail } from "../../../../adapters/notifiers/email/render.ts";
import type { NoticeWords } from "../../../../src/core/notifications/words.ts";
import type { Delivery } from "../../../../src/ports/notifier.ts";
import { delivery, notifierContract } from "../../../contracts/notifier.ts";
import { type MailServer, openMailServer } from "./mail-server.ts";

const kim = { type: "person", name: "Kim", email: "kim@shop.example", slackMemberId: null } as const;
const password = "correct-horse";
const from = { name: "Example Shop", address: "support@shop.example" };

const open: MailServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start() {
  const server = await openMailServer();
  open.push(server);
  const notifier = emailNotifier({
    ...{ host: "127.0.0.1", port: server.port, isSecure: false, requiresTls: false, from, timeoutMs: 2_000 },
    credentials: { user: "baton", password },
  });
  const send = (changed: Partial<Delivery>) =>
    notifier.deliver({ ...delivery(kim), ...changed }, new AbortController().signal);
  return { server, notifier, send };
}

const head = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n"));
const header = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, "im").exec(head(raw))?.[1]?.replace(/\r\n[ \t]/g, " ");

notifierContract("E-mail", async () => {
  const { server, notifier } = await start();
  return {
    notifier,
    to: kim,
    // What differs from mail to mail without saying anything: the time, and the line between its parts.
    received: () =>
      server.mails.map(({ raw }) => raw.replace(/^Date: .*$/m, "").replaceAll(/--_NmP[\w-]+|boundary="[^"]*"/g, "")),
    failures: [
      {
        name: "nobody of that name",
        arrange: () => server.answerWith({ RCPT: "550 kim@shop.example?" }),
        status: "failed",
      },
      { name: "not now", arrange: () => server.answerWith({ RCPT: "450 later" }), status: "retry" },
      { name: "refused as spam", arrange: () => server.answerWith({ BODY: "554 no" }), status: "failed" },
      { name: "the password is wrong", arrange: () => server.answerWith({ AUTH: "535 no" }), status: "retry" },
      { name: "overloaded", arrange: () => server.answerWith({ GREETING: "421 busy" }), status: "retry" },
    ],
    hang: () => server.answerWith({ GREETING: "HANG" }),
    secrets: [password, "kim@shop.example"],
    close: async () => undefined,
  };
});

describe("a mail", () => {
  test("goes to the person, from the company, as text and HTML, and asks machines not to answer", async () => {
    const { server, send } = await start();
    await send({});
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: from.address, to: [kim.email] });
    const raw = mail?.raw ?? "";
    expect(header(raw, "From")).toBe("Example Shop <support@shop.example>");
    expect(header(raw, "To")).toBe("Kim <kim@shop.example>");
    expect(header(raw, "Auto-Submitted")).toBe("auto-generated");
    expect(header(raw, "Message-ID")).toBe("<shop_c1.7.3.kim.email@shop.example>");
    expect(raw).toContain("text/plain");
    expect(raw).toContain("text/html");
  });

  test.each([
    ["the subject", { words: { ...delivery(kim).words, subject: "Hi\r\nBcc: eve@evil.example" } }],
    ["the name", { to: { ...kim, name: 'Kim\r\nBcc: eve@evil.example\r\n"' } }],
    ["the id", { id: "x>\r\nBcc: eve@evil.example\r\n" }],
  ])("takes no second header from %s", async (_what, changed: Partial<Delivery>) => {
    const { server, send } = await start();
    expect(await send(changed)).toEqual({ status: "delivered" });
    const [mail] = server.mails;
    expect(mail?.to).toEqual([kim.email]);
    expect(head(mail?.raw ?? "")).not.toMatch(/^bcc:/im);
  });

  test.each([
    "kim@shop.example\r\nRCPT TO:<eve@evil.example>",
    "kim@shop.example, eve@evil.example",
    "Kim <kim@shop.example>",
    "no address",
  ])("does not leave for what is not one address: %j", async (email) => {
    const { server, send } = await start();
    expect(await send({ to: { ...kim, email } })).toMatchObject({ status: "failed" });
    expect(server.mails).toEqual([]);
  });

  test("without an address is refused with a word that helps", async () => {
    const { send } = await start();
    expect(await send({ to: { ...kim, email: null } })).toMatchObject({ error: expect.stringContaining("no e-mail") });
  });
});

describe("what is written", () => {
  const evil = `<img src=x onerror=alert(1)> & "x" 'y'`;
  const words: NoticeWords = {
    ...delivery(kim).words,
    entries: [
      {
        title: evil,
        lines: [{ label: "Queue", value: evil }],
        excerpt: { label: "Said", text: evil },
        link: { label: evil, url: `https://shop.example/?a="><script>` },
      },
    ],
  };

  test("is escaped in HTML wherever it stands", () => {
    const { html } = renderMail(words);
    expect(html).not.toMatch(/<img|<script|="[^"]*"x"/);
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;x&quot; &#39;y&#39;");
  });

  test("runs from right to left in Arabic, and isolates names", () => {
    const { html, text } = renderMail({ ...words, language: "ar", direction: "rtl" });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain("<bdi>");
    expect(text).toContain("\u2068");
  });
});

describe("its configuration", () => {
  const read = (environment: Record<string, string>) => readEmailNotifierConfig(environment);
  const sender = { NOTIFY_EMAIL_FROM: "Shop <support@shop.example>" };

  test("is absent without any of its variables", () => {
    expect(read({})).toEqual({ status: "absent" });
  });

  test("takes a server with TLS from the start", () => {
    const url = "smtps://us%40er:p%3Aw@mail.shop.example";
    expect(read({ NOTIFY_SMTP_URL: url, ...sender })).toMatchObject({
      config: { port: 465, isSecure: true, requiresTls: false, credentials: { user: "us@er", password: "p:w" } },
    });
  });

  test("never says a password without TLS, but to this machine", () => {
    const at = (host: string) => read({ NOTIFY_SMTP_URL: `smtp://user:pw@${host}`, ...sender });
    expect(at("mail.shop.example")).toMatchObject({ config: { port: 587, requiresTls: true } });
    expect(at("localhost:2525")).toMatchObject({ config: { port: 2525, requiresTls: false } });
  });

  test.each([
    [{ NOTIFY_SMTP_URL: "smtp://mail.shop.example" }, "NOTIFY_EMAIL_FROM"],
    [{ ...sender }, "NOTIFY_SMTP_URL"],
    [{ ...sender, NOTIFY_SMTP_URL: "https://user:secret-pw@mail.shop.example" }, "NOTIFY_SMTP_URL"],
    [{ NOTIFY_SMTP_URL: "smtp://m.example", NOTIFY_EMAIL_FROM: "a@b.example, c@d.example" }, "NOTIFY_EMAIL_FROM"],
  ])("names the variable that is missing or wrong, and no password: %j", (environment, variable) => {
    const result = read(environment as Record<string, string>);
    expect(result).toMatchObject({ status: "invalid", problems: [{ variable }] });
    expect(JSON.stringify(result)).not.toContain("secret-pw");
  });
});
