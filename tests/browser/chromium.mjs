// Finds the Chromium that the tests drive; run as a program, installs one where there is none.
import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const PROGRAMS = ["chromium", "google-chrome-stable", "google-chrome"];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium: `$CHROMIUM`, one on the PATH, or the one Playwright installed; undefined when there is none. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const directories = (process.env.PATH ?? "").split(delimiter);
  const candidates = PROGRAMS.flatMap((program) => directories.map((directory) => join(directory, program)));
  return [...candidates, chromium.executablePath()].find(isProgram);
}

function distribution() {
  try {
    const release = readFileSync("/etc/os-release", "utf8");
    return /^ID="?([^"\n]*)/m.exec(release)?.[1];
  } catch {
    return undefined;
  }
}

function run(...command) {
  const asRoot = process.getuid() === 0 || command[0] !== "apt-get" ? command : ["sudo", ...command];
  console.log(`  ${asRoot.join(" ")}`);
  const { status, error } = spawnSync(asRoot[0], asRoot.slice(1), {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (error || status !== 0) throw new Error(`${asRoot.join(" ")} failed${error ? `: ${error.message}` : ""}`);
}

function installChromium() {
  switch (distribution()) {
    case "debian":
      console.log("No Chromium found: installing Debian's.");
      run("apt-get", "update", "-qq");
      // Without a font, text has no width and the layout tests mean nothing.
      run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core", "fonts-liberation");
      break;
    case "ubuntu": {
      // Ubuntu's own package is a snap, which sees neither /tmp nor a container.
      console.log("No Chromium found: installing Playwright's build, and from Ubuntu the libraries it needs.");
      const cli = join(createRequire(import.meta.url).resolve("playwright-core/package.json"), "..", "cli.js");
      run(process.execPath, cli, "install", "--with-deps", "--no-shell", "chromium");
      break;
    }
    default:
      throw new Error("No Chromium found. Install Chromium or Chrome, or set CHROMIUM to the path of one.");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (!findChromium()) installChromium();
    const found = findChromium();
    if (!found) throw new Error("Chromium was installed, but is not on the PATH.");
    console.log(`Browser: ${found}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
