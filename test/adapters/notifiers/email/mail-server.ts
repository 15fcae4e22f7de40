import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

/** A mail server on this machine that speaks enough SMTP (RFC 5321) to take mail from a real client. */
export interface MailServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Answers to a command from now on, by its first word: `{ RCPT: "550 no such person" }`; `HANG` says nothing any more. */
  answerWith(answers: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Head and body as they came, dots unstuffed. */
  readonly raw: string;
}

export async function openMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let answers: Readonly<Record<string, string>> = {};
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    talk(socket, mails, (command) => answers[command]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    answerWith(next) {
      answers = next;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function talk(socket: Socket, mails: ReceivedMail[], answerTo: (command: string) => string | undefined): void {
  let buffered = "";
  let from = "";
  let to: string[] = [];
  let isData = false;
  const say = (line: string) => line !== "HANG" && socket.write(`${line}\r\n`);
  say(answerTo("GREETING") ?? "220 mail.test ready");

  const commands: Readonly<Record<string, (line: string) => void>> = {
    EHLO: () => say("250-mail.test\r\n250-AUTH PLAIN\r\n250 8BITMIME"),
    AUTH: () => say("235 welcome"),
    MAIL: (line) => {
      from = /<(.*)>/.exec(line)?.[1] ?? "";
      to = [];
      say("250 ok");
    },
    RCPT: (line) => {
      to.push(/<(.*)>/.exec(line)?.[1] ?? "");
      say("250 ok");
    },
    DATA: () => {
      isData = true;
      say("354 go on");
    },
    QUIT: () => socket.end("221 bye\r\n"),
  };

  socket.on("data", (chunk) => {
    buffered += chunk.toString("utf8");
    for (;;) {
      const end = buffered.indexOf(isData ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const line = buffered.slice(0, end);
      buffered = buffered.slice(end + (isData ? 5 : 2));
      if (isData) {
        isData = false;
        const answer = answerTo("BODY");
        if (!answer) mails.push({ from, to, raw: line.replaceAll("\r\n..", "\r\n.") });
        say(answer ?? "250 taken");
        continue;
      }
      const command = line.split(" ")[0]?.toUpperCase() ?? "";
      const answer = answerTo(command);
      if (answer) say(answer);
      else (commands[command] ?? (() => say("502 what?")))(line);
    }
  });
}
