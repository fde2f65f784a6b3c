// Suggestions while typing: the combobox pattern of the ARIA Authoring Practices.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, views, withPage } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const home = { path: "/" };

/** Types into the first search box of the page and waits for suggestions. */
async function type(page, text) {
  const box = page.locator("input[role=combobox]:visible").first();
  await box.focus();
  // All at once: suggestions for half a word would be replaced while a test goes through them.
  await page.keyboard.insertText(text);
  const list = page.locator(`#${await box.getAttribute("aria-controls")}`);
  const options = list.getByRole("option");
  await options.first().waitFor({ state: "visible" });
  return { box, list, options };
}

for (const [view, options] of Object.entries(views)) {
  describe(`suggestions, ${view}`, () => {
    const on = (look) => () => withPage(browser, home, options, look);

    test("appear while typing, in a list box that belongs to the field", on(async (page) => {
      const { box, list, options: suggestions } = await type(page, "nurs");
      assert.equal(await box.getAttribute("aria-expanded"), "true");
      assert.equal(await list.getAttribute("role"), "listbox");
      assert.match((await suggestions.allTextContents()).join("\n"), /Registered Nurses/);
    }));

    test("are gone through with the arrow keys", on(async (page) => {
      const { box, options: suggestions } = await type(page, "nurs");
      const active = () => box.getAttribute("aria-activedescendant");
      const selected = () => suggestions.evaluateAll((all) => all.filter((one) => one.ariaSelected === "true").map((one) => one.id));
      await box.press("ArrowDown");
      const first = await active();
      assert.equal(first, await suggestions.first().getAttribute("id"));
      assert.deepEqual(await selected(), [first]);
      await box.press("ArrowDown");
      const second = await active();
      assert.equal(second, await suggestions.nth(1).getAttribute("id"));
      assert.deepEqual(await selected(), [second]);
      await box.press("ArrowUp");
      assert.equal(await active(), first);
      assert.ok(await box.evaluate((field) => field === document.activeElement), "the focus left the field");
    }));

    test("close with Escape and leave what was typed", on(async (page) => {
      const { box, list } = await type(page, "nurs");
      await box.press("Escape");
      await list.waitFor({ state: "hidden" });
      assert.equal(await box.getAttribute("aria-expanded"), "false");
      assert.equal(await box.inputValue(), "nurs");
    }));

    test("lead to the chosen career with Enter", on(async (page) => {
      const { box, options: suggestions } = await type(page, "registered nurs");
      assert.match(await suggestions.first().textContent(), /Registered Nurses/);
      await box.press("ArrowDown");
      await Promise.all([page.waitForURL("**/careers/registered-nurses"), box.press("Enter")]);
    }));

    test("lead to the chosen career with a click", on(async (page) => {
      const { options: suggestions } = await type(page, "registered nurs");
      await Promise.all([page.waitForURL("**/careers/registered-nurses"), suggestions.first().click()]);
    }));

    test("do not stand in the way of the search itself", on(async (page) => {
      const { box } = await type(page, "nurs");
      await Promise.all([page.waitForURL("**/search?q=nurs*"), box.press("Enter")]);
    }));
  });
}
