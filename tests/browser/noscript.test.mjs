// The site without JavaScript: forms lead to pages, and a comparison is complete.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, withPage } from "./browser.mjs";
import { comparisons } from "./pages.mjs";

const NO_SCRIPT = { javaScriptEnabled: false };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Fills the visible text fields of the form that `selector` names and sends it with Enter. */
async function send(page, selector, ...texts) {
  const fields = page.locator(`${selector} input:is([type=text], [type=search], :not([type])):visible`);
  for (const [index, text] of texts.entries()) await fields.nth(index).fill(text);
  await Promise.all([page.waitForEvent("load"), fields.nth(texts.length - 1).press("Enter")]);
  return new URL(page.url());
}

describe("without JavaScript", () => {
  for (const path of ["/", "/about"]) {
    test(`the search form of ${path} leads to results, and they to a career`, () =>
      withPage(browser, { path }, NO_SCRIPT, async (page) => {
        const address = await send(page, "form[action='/search']", "registered nurses");
        assert.equal(address.pathname, "/search");
        assert.equal(address.searchParams.get("q"), "registered nurses");
        await page.locator("main a[href='/careers/registered-nurses']").first().click();
        await page.waitForURL("**/careers/registered-nurses");
      }));
  }

  for (const path of ["/", "/compare"]) {
    test(`the form of ${path} leads to a comparison`, () =>
      withPage(browser, { path }, NO_SCRIPT, async (page) => {
        const address = await send(page, "main form[action='/compare']", "Registered Nurses", "Software Developers");
        assert.equal(address.pathname, "/compare/registered-nurses-vs-software-developers");
      }));
  }

  test("a comparison has every row and chart that it has with JavaScript", async () => {
    const contents = (page) =>
      page.evaluate(() => ({
        rows: [...document.querySelectorAll("main tr")].map((row) => row.textContent.trim().replace(/\s+/g, " ")),
        charts: document.querySelectorAll("main svg").length,
      }));
    const [target] = comparisons;
    const without = await withPage(browser, target, NO_SCRIPT, contents);
    assert.ok(without.rows.length > 10, `only ${without.rows.length} rows`);
    assert.deepEqual(await withPage(browser, target, {}, contents), without);
  });
});
