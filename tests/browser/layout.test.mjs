// Nothing is cut off at the side or drawn over something else, and a phone keeps the names of a comparison in view.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, views, withPage } from "./browser.mjs";
import { comparisons, occupation, pages } from "./pages.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** In the page: the width it takes beyond the screen, and what sticks out of it. */
function overflow() {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      if (parent !== document.body && /auto|scroll|hidden|clip/.test(getComputedStyle(parent).overflowX)) return true;
    }
    return false;
  };
  const sticksOut = (element) => {
    const { right, width: own, height } = element.getBoundingClientRect();
    return own > 1 && height > 1 && right > width + 1 && !scrolls(element);
  };
  return {
    excess: document.documentElement.scrollWidth - width,
    elements: [...document.body.querySelectorAll("*")].filter(sticksOut).map((element) => element.outerHTML.slice(0, 120)),
  };
}

// 390 is a common phone; 320 is what a desktop zoomed to 400 percent leaves (WCAG 1.4.10).
for (const width of [390, 320]) {
  describe(`no sideways scrolling at ${width} pixels`, () => {
    for (const target of pages) {
      test(`${target.name} ${target.path}`, () =>
        withPage(browser, target, { ...views.phone, viewport: { width, height: 844 } }, async (page) => {
          assert.deepEqual(await page.evaluate(overflow), { excess: 0, elements: [] });
        }));
    }
  });
}

/** In the page: what is drawn below the end of the table row that it belongs to. */
function spills() {
  return [...document.querySelectorAll("main tr")].flatMap((row) => {
    const { bottom } = row.getBoundingClientRect();
    const below = (element) => element.getBoundingClientRect().width > 1 && element.getBoundingClientRect().bottom > bottom + 1;
    return [...row.querySelectorAll("*")].filter(below).map((element) => element.outerHTML.slice(0, 120));
  });
}

for (const [view, options] of Object.entries(views)) {
  describe(`no cell is drawn over the next row, ${view}`, () => {
    for (const target of [...comparisons, occupation]) {
      test(`${target.name} ${target.path}`, () =>
        withPage(browser, target, options, async (page) => assert.deepEqual(await page.evaluate(spills), [])));
    }
  });
}

/** In the page: scrolls every row of the comparison to the middle; the rows beside which a name is out of sight. */
function rowsWithoutNames(names) {
  const pinned = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (/sticky|fixed/.test(getComputedStyle(each).position)) return true;
    }
    return false;
  };
  const says = (element, name) => element.textContent.toLowerCase().includes(name.toLowerCase());
  const inSight = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return width > 1 && height > 1 && hit !== null && (element.contains(hit) || hit.contains(element));
  };
  const bearers = (name) =>
    [...document.body.querySelectorAll("*")].filter(
      (element) => says(element, name) && ![...element.children].some((child) => says(child, name)) && pinned(element),
    );
  const places = names.map((name) => [name, bearers(name)]);

  const rows = [...document.querySelectorAll("main table tbody tr")].filter((row) => row.getClientRects().length > 0);
  const missing = rows.flatMap((row) => {
    row.scrollIntoView({ block: "center", behavior: "instant" });
    return places
      .filter(([, elements]) => !elements.some(inSight))
      .map(([name]) => `${name} beside "${row.textContent.trim().replace(/\s+/g, " ").slice(0, 60)}"`);
  });
  return { rows: rows.length, missing };
}

describe("a phone keeps the names of a comparison in view", () => {
  for (const target of comparisons) {
    test(`${target.name} ${target.path}`, () =>
      withPage(browser, target, views.phone, async (page) => {
        const { rows, missing } = await page.evaluate(rowsWithoutNames, target.careers);
        assert.ok(rows > 10, `only ${rows} rows`);
        assert.deepEqual(missing, []);
      }));
  }
});
