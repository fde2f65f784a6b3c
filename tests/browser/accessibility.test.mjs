// axe-core on every page type, in every view and colour scheme: no violation of any impact.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { launch, views, withPage } from "./browser.mjs";
import { pages } from "./pages.mjs";

const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** The violations of the page, a line each with the element; and how many rules found something to check. */
async function audit(page) {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
  return {
    checked: passes.length,
    violations: violations.flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${impact}): ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
    ),
  };
}

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const [view, options] of Object.entries(views)) {
  for (const colorScheme of ["light", "dark"]) {
    describe(`axe-core, ${view}, ${colorScheme}`, () => {
      for (const target of pages) {
        test(`${target.name} ${target.path}`, () =>
          withPage(browser, target, { ...options, colorScheme }, async (page) => {
            const { violations, checked } = await audit(page);
            assert.ok(checked > 10, `only ${checked} rules applied: is this a page?`);
            assert.equal(violations.join("\n"), "");
          }));
      }
    });
  }
}
