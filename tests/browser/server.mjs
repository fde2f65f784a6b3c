// Starts the site for a test run and ends it.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
/** The first start builds the database, with a debug build on a slow machine. */
const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 15_000;

/** Starts `binary` on a free port; resolves with its address and a `stop` that fails if it does not end cleanly. */
export async function startServer(binary) {
  const server = spawn(binary, ["--bind", "127.0.0.1:0"], { cwd: REPOSITORY, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => {
    server.once("exit", (code, signal) => resolve(signal ?? code));
    server.once("error", (error) => resolve(error.message));
  });
  let log = "";

  const url = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${binary} ${why}\n${log}`));
    const timer = setTimeout(() => {
      server.kill("SIGKILL");
      fail(`printed no address within ${START_LIMIT_MS / 1000} seconds`);
    }, START_LIMIT_MS);
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        log += text;
        const address = /Career Atlas is at (http:\/\/\S+)\s/.exec(log);
        if (!address) return;
        clearTimeout(timer);
        resolve(address[1].replace(/\/$/, ""));
      });
    }
    ended.then((how) => {
      clearTimeout(timer);
      fail(`ended (${how}) before it served`);
    });
  });

  async function stop() {
    server.kill("SIGTERM");
    const timer = setTimeout(() => server.kill("SIGKILL"), STOP_LIMIT_MS);
    const how = await ended;
    clearTimeout(timer);
    if (how !== 0) throw new Error(`The server did not end cleanly: ${how}\n${log.slice(-2000)}`);
  }
  return { url, stop };
}
