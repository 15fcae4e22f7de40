import { expect, it } from "vitest";
import { createLogger } from "../../src/entry/node/logger.ts";

function logged(work: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  work(createLogger("info", { write: (line) => void lines.push(line) }));
  return lines.join("");
}

it("writes one JSON line with level, time and event", () => {
  const line = logged((logger) => logger.info("listening", { port: 8787 }));
  expect(JSON.parse(line)).toMatchObject({ level: "info", event: "listening", port: 8787, at: expect.any(String) });
});

it("keeps what must not be logged out, should somebody hand it over (I15)", () => {
  const line = logged((logger) =>
    logger.error("mistake", { authorization: "hunter2", text: "hunter2", body: "hunter2", secret: "hunter2" }),
  );
  expect(line).not.toContain("hunter2");
  expect(line).toContain("[redacted]");
});

it("is silent below its level", () => {
  expect(logged((logger) => logger.debug("detail"))).toBe("");
});
