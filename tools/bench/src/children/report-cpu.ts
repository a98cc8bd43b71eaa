// Loaded into a program before it starts: at its end it leaves the CPU milliseconds that it took.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env["BENCH_CPU_REPORT"] ?? "", String((user + system) / 1000));
});
