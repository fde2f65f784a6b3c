// Everything is reachable, visible and usable with the keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, views, withPage } from "./browser.mjs";
import { comparisons, occupation, pages } from "./pages.mjs";

const MOST_STOPS = 2000;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** In the page: what has the focus, whether it is marked as such and whether something lies over it. */
function focusStop() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const [box] = element.getClientRects();
  const hit = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    html: element.outerHTML.slice(0, 120),
    href: element.getAttribute("href"),
    marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none",
    inSight: Boolean(hit) && element.contains(hit),
  };
}

/** Presses Tab from the top of the page to its end. */
async function tabThrough(page) {
  const stops = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focusStop);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`the focus did not leave the page after ${MOST_STOPS} stops`);
}

describe("the focus is marked and nothing lies over it", () => {
  for (const [view, options] of Object.entries(views)) {
    for (const target of pages) {
      test(`${view}, ${target.name} ${target.path}`, () =>
        withPage(browser, target, options, async (page) => {
          const stops = await tabThrough(page);
          assert.ok(stops.length > 5, `only ${stops.length} stops`);
          assert.deepEqual(stops.filter((stop) => !stop.marked || !stop.inSight), []);
        }));
    }
  }
});

/** Presses Enter on the link inside the page that has the focus, and waits until the page is there. */
async function follow(page, hash) {
  await Promise.all([page.waitForURL((url) => url.hash === hash), page.keyboard.press("Enter")]);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** In the page: the places that its source marks and other links inside it lead to. */
function innerLinks() {
  return [...document.querySelectorAll("main a[href^='#']")].map((link) => link.getAttribute("href"));
}

/** In the page: whether the target of its address can be read, with nothing over its first line. */
function targetIsInSight() {
  const target = document.querySelector(":target");
  const [box] = target?.getClientRects() ?? [];
  if (!box || box.top < 0 || box.top > innerHeight - 8) return false;
  const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 8));
  return target.contains(hit);
}

describe("every source mark is reached with Tab, and leads to its source", () => {
  for (const [view, options] of Object.entries(views)) {
    for (const target of [...comparisons, occupation]) {
      test(`${view}, ${target.name} ${target.path}`, () =>
        withPage(browser, target, options, async (page) => {
          const links = await page.evaluate(innerLinks);
          assert.ok(links.length > 10, `only ${links.length} source marks`);
          const reached = (await tabThrough(page)).map((stop) => stop.href).filter((href) => href?.startsWith("#"));
          for (const href of new Set(links)) {
            const count = (list) => list.filter((each) => each === href).length;
            assert.ok(count(reached) >= count(links), `${count(reached)} of ${count(links)} links to ${href} are reached`);
          }

          for (const href of new Set(links)) {
            await page.locator(`main a[href="${href}"]`).first().focus();
            await follow(page, href);
            assert.ok(await page.evaluate(targetIsInSight), `${href} is not to be seen after following its mark`);
          }
        }));
    }
  }
});

describe("the first stop skips to the content", () => {
  for (const target of pages) {
    test(`${target.name} ${target.path}`, () =>
      withPage(browser, target, views.wide, async (page) => {
        await page.keyboard.press("Tab");
        const first = await page.evaluate(focusStop);
        assert.match(first.href ?? "", /^#/, `the first stop is ${first.html}`);
        assert.ok(first.inSight, "the skip link does not appear when it has the focus");
        await follow(page, first.href);
        await page.keyboard.press("Tab");
        assert.ok(
          await page.evaluate(() => document.activeElement.closest("main, footer") !== null),
          "after the skip link, Tab still goes through the header",
        );
      }));
  }
});
