// Nothing is stored with the reader, nobody else is asked for anything, and the policy of the page is never broken.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { base, launch, newContext, views } from "./browser.mjs";
import { pages } from "./pages.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Collects what goes wrong or goes elsewhere while the pages of `context` are used. */
function watch(context) {
  const seen = { complaints: [], strangers: [] };
  context.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    seen.complaints.push({ text: message.text(), url: message.location().url });
  });
  context.on("weberror", (error) => seen.complaints.push({ text: error.error().message }));
  context.on("requestfailed", (request) => seen.complaints.push({ text: request.failure().errorText, url: request.url() }));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== new URL(base).origin) seen.strangers.push(request.url());
  });
  return seen;
}

/** In the page: everything kept with the reader. */
async function kept() {
  return {
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  };
}

describe("no complaint in the console, no other host, nothing stored", () => {
  for (const { name, path, status = 200 } of pages) {
    test(`${name} ${path}`, async () => {
      const context = await newContext(browser, views.wide);
      try {
        const seen = watch(context);
        const page = await context.newPage();
        const response = await page.goto(path, { waitUntil: "networkidle" });
        assert.equal(response.status(), status);
        const policy = (await response.allHeaders())["content-security-policy"] ?? "";
        assert.match(policy, /default-src/, "no Content-Security-Policy");
        assert.doesNotMatch(policy, /unsafe-/);
        // Chromium itself notes that a page answered 400 or 404.
        const expected = ({ text, url }) => status >= 400 && url === page.url() && text.includes(`status of ${status}`);
        assert.deepEqual(seen.complaints.filter((complaint) => !expected(complaint)), []);
        assert.deepEqual(seen.strangers, []);
        assert.deepEqual(await context.cookies(), []);
        assert.deepEqual(await page.evaluate(kept), { local: [], session: [], databases: [] });
      } finally {
        await context.close();
      }
    });
  }

  test("typing in the search box", async () => {
    const context = await newContext(browser, views.wide);
    try {
      const seen = watch(context);
      const page = await context.newPage();
      await page.goto("/");
      await page.locator("input[role=combobox]").first().pressSequentially("nurse");
      await page.locator("[role=option]").first().waitFor();
      assert.deepEqual(seen, { complaints: [], strangers: [] });
      assert.deepEqual(await context.cookies(), []);
    } finally {
      await context.close();
    }
  });
});
