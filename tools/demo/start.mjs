// `pnpm start` generates and builds the packages that the demonstration needs, shows the progress,
// and runs the demonstration. This file is plain JavaScript, because it runs before anything is
// built.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

const root = fileURLToPath(new URL("../..", import.meta.url));
const turbo = createRequire(new URL("../../package.json", import.meta.url)).resolve(
  "turbo/bin/turbo",
);
const isTerminal = process.stdout.isTTY === true;

/**
 * Shows the current task. A terminal shows it on one line that is rewritten; other outputs get a
 * line per task.
 */
function showTask(task) {
  const [name, script] = task.split("#");
  const text = `${script === "generate" ? "generating from" : "building"} ${name}`;
  if (isTerminal) process.stdout.write(`\r\u001b[K  ${text}`);
  else console.log(`  ${text}`);
}

/**
 * Runs `generate` and `build` and resolves to the exit code. Only the output of a failed task is
 * shown.
 */
async function buildEverything() {
  const child = spawn(
    process.execPath,
    [
      turbo,
      "run",
      "generate",
      "build",
      "--filter=@tinsmith/demo...",
      "--output-logs=full",
      "--log-prefix=task",
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: "1",
        TURBO_NO_UPDATE_NOTIFIER: "1",
        FORCE_COLOR: "0",
        NO_COLOR: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const exited = new Promise((resolve) => child.on("close", resolve));
  const outputs = new Map();
  const failed = new Set();
  let other = "";
  const read = (line) => {
    const match = /^(\S+):(generate|build): ?(.*)$/.exec(line);
    if (match === null) {
      other += `${line}\n`;
      const failure = /^\s*(?:Failed:|ERROR\s+)\s*(\S+)#(generate|build)/.exec(line);
      if (failure !== null) failed.add(`${failure[1]}#${failure[2]}`);
      return;
    }
    const task = `${match[1]}#${match[2]}`;
    if (match[3].startsWith("cache miss")) showTask(task);
    outputs.set(task, `${outputs.get(task) ?? ""}${match[3]}\n`);
  };
  createInterface({ input: child.stdout }).on("line", read);
  createInterface({ input: child.stderr }).on("line", read);

  const code = (await exited) ?? 1;
  if (isTerminal) process.stdout.write("\r\u001b[K");
  if (code !== 0) {
    for (const task of failed) console.error(outputs.get(task) ?? "");
    if (failed.size === 0) console.error([...outputs.values()].join("") + other);
  }
  return code;
}

const started = performance.now();
const code = await buildEverything();
if (code !== 0) process.exit(code);
console.log(
  `  packages generated and built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
);

const demo = spawn(process.execPath, [fileURLToPath(new URL("./dist/demo.js", import.meta.url))], {
  stdio: "inherit",
});
demo.on("exit", (demoCode, signal) => process.exit(signal === null ? (demoCode ?? 1) : 1));
