// node run.mjs --screenshots DIR: every page type, wide and on a phone, light and dark, and printed. For people to look at.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, views, withPage } from "./browser.mjs";
import { pages } from "./pages.mjs";

const directory = process.argv[2];
if (!directory) throw new Error("Name a directory: npm run screenshots -- DIR");
mkdirSync(directory, { recursive: true });

const browser = await launch();
try {
  for (const target of pages) {
    for (const [view, options] of Object.entries(views)) {
      for (const colorScheme of ["light", "dark"]) {
        const path = join(directory, `${target.name}-${view}-${colorScheme}.png`);
        await withPage(browser, target, { ...options, colorScheme }, (page) => page.screenshot({ path, fullPage: true, scale: "css" }));
      }
    }
    const path = join(directory, `${target.name}-print.pdf`);
    await withPage(browser, target, {}, (page) => page.pdf({ path, format: "Letter" }));
    console.log(`${target.name} ${target.path}`);
  }
} finally {
  await browser.close();
}
console.log(`Pictures are in ${directory}`);
