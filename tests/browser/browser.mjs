// The browser and the ways a page is looked at.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/** How long a single wait may take; generous for a debug build on a busy machine. */
const WAIT_LIMIT_MS = 10_000;

export const base = process.env.ATLAS_URL;

export const views = {
  wide: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

/** A Chromium with a new profile of its own. */
export async function launch() {
  assert.ok(base, "ATLAS_URL is not set: start the suites with `npm test`");
  const executablePath = findChromium();
  assert.ok(executablePath, "No Chromium found: `make browser` installs one");
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** A context without history, at the address of the site. */
export async function newContext(browser, options) {
  const context = await browser.newContext({ baseURL: base, ...options });
  context.setDefaultTimeout(WAIT_LIMIT_MS);
  return context;
}

/** Opens `path` in a context of its own, hands the page to `look`, and closes it. The page must answer with `status`. */
export async function withPage(browser, { path, status = 200 }, options, look) {
  const context = await newContext(browser, options);
  try {
    const page = await context.newPage();
    const response = await page.goto(path);
    assert.equal(response.status(), status, `status of ${path}`);
    return await look(page, context);
  } finally {
    await context.close();
  }
}
