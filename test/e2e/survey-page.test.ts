import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { ensureChromium } from "../../scripts/ensure-chromium.ts";
import type { Survey } from "../../src/core/surveys/survey.ts";
import { surveyLanguages } from "../../src/core/surveys/survey-words.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { createSurveyLinks } from "../../src/engine/surveys/survey-links.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { memoryStore } from "../support/memory-store.ts";

const links = createSurveyLinks("a secret of the tests, long enough to be one");
const origin = "http://survey.test";
let browser: Browser;
let app: TestApp;

beforeAll(async () => {
  const switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: switches });
}, 300_000);
afterAll(() => browser?.close());

beforeEach(() => {
  app = startTestApp({ open: memoryStore(), surveyLinks: links });
  onTestFinished(() => app.close());
});

/** Opens a survey that was asked in this language; the browser's requests are answered by the app itself. */
async function opened(locale: string, options: BrowserContextOptions = {}): Promise<Page> {
  const at = app.clock.now();
  const survey: Survey = {
    ...{
      schemaVersion: 1,
      id: `con_${locale}.s1`,
      conversationId: `con_${locale}`,
      customerId: "cus_1",
      engagement: 1,
    },
    ...{ isTest: false, channelId: "main.api", agentId: "kim", teamId: "support", handoffId: null, locale },
    ...{ askedAt: at, openUntil: at + 3_600_000, rating: null },
  };
  await app.store.commit({ ...emptyCommit(at), puts: [{ kind: "survey", id: survey.id, body: survey }] });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  onTestFinished(() => context.close());
  await context.route(`${origin}/**`, async (route) => {
    const asked = route.request();
    const body = asked.postData();
    const path = asked.url().slice(origin.length);
    const init = { method: asked.method(), headers: asked.headers(), ...(body === null ? {} : { body }) };
    const answer = await app.app.request(path, init);
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    });
  });
  const page = await context.newPage();
  await page.goto(`${origin}/s/${await links.tokenOf(survey.id)}`);
  return page;
}

const rated = async () => (await app.call("GET", "/api/v1/ratings")).json.items;

it("is answered by keyboard, and where no script runs", async () => {
  const page = await opened("en", { javaScriptEnabled: false });
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Quick, and friendly.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Thank you for your answer.").waitFor();
  expect(await rated()).toMatchObject([{ score: 3, remark: "Quick, and friendly." }]);
  expect(await page.locator("form").count()).toBe(0);
});

it.each(surveyLanguages)("has nothing that axe finds fault with in %s, by day and by night", async (locale) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await opened(locale, { colorScheme });
    await page.locator("input").nth(1).check();
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run()).violations,
    );
    expect(found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
});
