// ./node.sh run.mjs [BINARY]                       runs every suite against the site that BINARY serves
// ./node.sh run.mjs --screenshots DIR [BINARY]     takes a picture of every page type
// With ATLAS_URL set, a site that already runs is used instead.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startServer } from "./server.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const TEST_LIMIT_MS = 180_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { screenshots: { type: "string" } },
});
const binary = resolve(positionals[0] ?? `${HERE}/../../target/debug/career-atlas`);

function argumentsOfNode() {
  if (values.screenshots) return ["screenshots.mjs", resolve(values.screenshots)];
  const suites = readdirSync(HERE).filter((file) => file.endsWith(".test.mjs")).sort();
  return ["--test", "--test-reporter=spec", `--test-timeout=${TEST_LIMIT_MS}`, ...suites];
}

async function main() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) throw new Error(`Node 20 or newer is needed, this is ${process.version}: start this with \`npm test\`.`);

  const server = process.env.ATLAS_URL ? undefined : await startServer(binary);
  const url = server?.url ?? process.env.ATLAS_URL.replace(/\/$/, "");
  console.log(`Testing ${url} with node ${process.version}`);
  try {
    const child = spawn(process.execPath, argumentsOfNode(), {
      cwd: HERE,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ATLAS_URL: url },
    });
    return await new Promise((done, fail) => {
      child.once("error", fail);
      child.once("exit", (code) => done(code ?? 1));
    });
  } finally {
    await server?.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
