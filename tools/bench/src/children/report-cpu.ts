// Preloaded into a program: writes the CPU time of the process, in milliseconds, when it exits.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env["BENCH_CPU_REPORT"] ?? "", String((user + system) / 1000));
});
