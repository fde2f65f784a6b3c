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

/** Fails with the violations of the page, each with its element. */
async function passes(page) {
  await page.evaluate(axe.source);
  const report = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
  assert.ok(report.passes.length > 10, `only ${report.passes.length} rules applied: is this a page?`);
  const violations = report.violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${impact}): ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
  );
  assert.equal(violations.join("\n"), "");
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
          withPage(browser, target, { ...options, colorScheme }, passes));
      }
      test("home / with suggestions", () =>
        withPage(browser, { path: "/" }, { ...options, colorScheme }, async (page) => {
          await page.locator("input[role=combobox]").first().fill("nurs");
          await page.locator("[role=option]").first().waitFor();
          await page.keyboard.press("ArrowDown");
          await passes(page);
        }));
    });
  }
}
