import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ensureChromium } from "../../scripts/ensure-chromium.ts";
import { startServer, type TestServer } from "../support/server.ts";

const switches = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];
const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: switches });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  readonly locale?: string;
}

/** A new visitor; everything the page complains about is a failure. */
async function visit({ viewport = wide, colorScheme = "light", locale = "en-GB" }: Look = {}) {
  const context = await browser.newContext({ viewport, colorScheme, locale, reducedMotion: "reduce" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
  await page.goto(`${server.url}/`);
  await page.locator("#connection[data-state=live]").waitFor();
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  return page;
}

async function say(page: Page, words: string): Promise<void> {
  await page.locator("#customer-text").fill(words);
  await page.locator("#customer-text").press("Enter");
}

const onTheLeft = (page: Page, author: string) => page.locator(`#customer-log [data-author=${author}] .bubble`);

describe("the demo page", () => {
  it("goes the whole way: bot, person, and back", async () => {
    const page = await visit();
    await say(page, "Where is my order?");
    await onTheLeft(page, "bot").first().waitFor();
    expect(await onTheLeft(page, "bot").first().textContent()).toContain("tracking");

    await say(page, "I want a person");
    await page.locator(".ring").waitFor();
    expect(await page.locator(".ring").textContent()).toContain("They asked for a person.");
    await page.locator(".ring").getByRole("button", { name: "Accept" }).click();
    await page.locator("#thread-phase[data-phase=human]").waitFor();
    expect(await page.locator(".ring").count()).toBe(0);

    // The focus is where the next thing is done.
    await page.waitForFunction(() => document.activeElement?.id === "thread-text");
    await page.keyboard.type("Hello, I found it.");
    await page.keyboard.press("Enter");
    await onTheLeft(page, "agent").waitFor();
    expect(await onTheLeft(page, "agent").textContent()).toBe("Hello, I found it.");
    await page.locator("#thread-log .mine .state", { hasText: "Delivered" }).first().waitFor();

    await page.locator("[name=kind][value=note]").check();
    await page.locator("#thread-text").fill("Only for us");
    await page.locator("#thread-text").press("Enter");
    await page.locator("#thread-log [data-author=note]").waitFor();

    await page.getByRole("button", { name: "Hand back" }).click();
    await page.getByRole("button", { name: "Hand back" }).click();
    await page.locator("#thread-phase[data-phase=bot]").waitFor();
    await say(page, "How long does delivery take?");
    await onTheLeft(page, "bot").nth(1).waitFor();
    expect(await page.locator("#customer-log").textContent()).not.toContain("Only for us");
  });

  it("offers a person with buttons, and the one that is pressed is understood", async () => {
    const page = await visit();
    await say(page, "this is so frustrating, nothing works here");
    await onTheLeft(page, "system").first().waitFor();
    await page.locator("#hints").getByRole("button", { name: "Keep going" }).waitFor();
    await page.locator("#hints").getByRole("button", { name: "Talk to a person" }).click();
    await page.locator(".ring").waitFor();
    expect(await page.locator("#hints").getByRole("button", { name: "Keep going" }).count()).toBe(0);
    await page.locator(".ring").getByRole("button", { name: "Accept" }).click();
    await page.locator("#thread-phase[data-phase=human]").waitFor();
    await page.locator("#thread-log", { hasText: "Would you like to talk to a person" }).waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("button", { name: "Resolved", exact: true }).click();
    await page.locator("#thread-phase[data-phase=closed]").waitFor();
  });

  it("declines with a reason, and nobody is asked twice", async () => {
    const page = await visit();
    await say(page, "I want a person");
    await page.locator(".ring").getByRole("button", { name: "Decline" }).click();
    await page.getByRole("button", { name: "I am busy" }).click();
    await page.locator(".ring").waitFor({ state: "detached" });
    await page.locator(".lists .item").first().click();
    await page.locator("#thread-phase[data-phase=queue]").waitFor();
    await page.getByRole("button", { name: "Take over" }).click();
    await page.locator("#thread-phase[data-phase=human]").waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("button", { name: "Resolved", exact: true }).click();
    await page.locator("#thread-phase[data-phase=closed]").waitFor();
  });

  it("shows what customers write as text and never as a page", async () => {
    const page = await visit();
    const attack = `<img src=x onerror="document.title='taken'"><b>bold</b>`;
    await say(page, attack);
    await onTheLeft(page, "bot").first().waitFor();
    expect(await onTheLeft(page, "customer").first().textContent()).toBe(attack);
    expect(await page.locator("#customer-log b b, #customer-log .bubble *").count()).toBe(0);
    expect(await page.title()).not.toContain("taken");
  });

  it("keeps the conversation over a reload, and the line over a break", async () => {
    const page = await visit();
    await say(page, "Where is my order?");
    await onTheLeft(page, "bot").first().waitFor();
    await page.reload();
    await onTheLeft(page, "bot").first().waitFor();
    expect(await page.locator("#customer-log .message").count()).toBe(2);
  });

  it("speaks the browser's language, right to left where that is how it is read", async () => {
    const page = await visit({ locale: "ar" });
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await page.locator("#language").selectOption("de");
    await page.getByRole("heading", { name: "Arbeitsplatz" }).waitFor();
    expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
  });
});

describe.each([
  { colorScheme: "light", viewport: wide },
  { colorScheme: "dark", viewport: wide },
  { colorScheme: "light", viewport: phone },
  { colorScheme: "dark", viewport: phone },
] as const)("in $colorScheme at $viewport.width px", (look) => {
  it("has nothing that axe complains about, and fits", async () => {
    const page = await visit(look);
    await say(page, "Where is my order?");
    await onTheLeft(page, "bot").first().waitFor();
    await expectAccessible(page);
    await say(page, "I want a person");
    await onTheLeft(page, "system").first().waitFor();
    if (look.viewport === phone) await page.locator("#tab-agent").click();
    await page.locator(".ring").first().waitFor();
    await expectAccessible(page);
    await page.locator(".ring").getByRole("button", { name: "Accept" }).first().click();
    await page.locator("#thread-phase[data-phase=human]").waitFor();
    await page.locator("[name=kind][value=note]").check();
    await page.locator("#thread-text").fill("A note");
    await page.locator("#thread-text").press("Enter");
    await page.locator("#thread-log [data-author=note]").waitFor();
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(look.viewport.width);
  });
});

async function expectAccessible(page: Page): Promise<void> {
  // Run in the page's own world by the debugger, which its content security policy does not concern.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<AxeResult> } };
    const { violations: found } = await checker.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  });
  expect(violations).toEqual([]);
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
