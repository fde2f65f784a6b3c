// A printed comparison: the comparison and its sources, none of the ways around the site.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, views, withPage } from "./browser.mjs";
import { comparisons } from "./pages.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** In the page: text that is larger than that of the page, though it is no heading. */
function oversized() {
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const speaks = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return [...document.querySelectorAll("main *")]
    .filter((element) => element.checkVisibility() && speaks(element) && !element.closest("h1, h2, h3"))
    .filter((element) => size(element) > 1.15 * size(document.body))
    .map((element) => element.outerHTML.slice(0, 120));
}

describe("printed", () => {
  for (const target of comparisons) {
    test(`${target.name} ${target.path}`, () =>
      withPage(browser, target, { ...views.wide, colorScheme: "dark" }, async (page) => {
        assert.ok(await page.locator("nav:visible, form:visible").count(), "nothing to hide on the screen");
        await page.emulateMedia({ media: "print" });
        assert.deepEqual(await page.locator("nav:visible, form:visible, button:visible").allTextContents(), []);
        const text = await page.locator("body").innerText();
        for (const career of target.careers) assert.match(text.toLowerCase(), new RegExp(career.toLowerCase()));
        assert.ok((await page.locator("main tr:visible").count()) > 10, "the rows are not printed");
        assert.deepEqual(await page.evaluate(oversized), []);
        // Dark on a screen is still black on white on paper.
        const luminance = await page.evaluate(() => {
          const pixel = new OffscreenCanvas(1, 1).getContext("2d");
          pixel.fillStyle = getComputedStyle(document.querySelector("h1")).color;
          pixel.fillRect(0, 0, 1, 1);
          const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        });
        assert.ok(luminance < 128, `the heading is printed with luminance ${luminance}`);
      }));
  }
});
