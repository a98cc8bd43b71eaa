// Adds up the runners' own reports (`reports/vitest.json` of every workspace package that has a test
// script) and prints `N passed, N failed, N skipped`. A package without a report counts as a failure.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folders = [
  "model",
  ...["codegen", "packages", "packages/runtime", "tools"].flatMap((parent) =>
    readdirSync(parent).map((name) => join(parent, name)),
  ),
];
let passed = 0;
let failed = 0;
let skipped = 0;

for (const folder of folders) {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) continue;
  if (JSON.parse(readFileSync(manifest, "utf8")).scripts?.test === undefined) continue;
  const report = join(folder, "reports", "vitest.json");
  if (!existsSync(report)) {
    console.error(`${folder}: no test report; its tests did not run`);
    failed += 1;
    continue;
  }
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests + result.numTodoTests;
  // A file that fails to load is reported as a failed suite without tests.
  failed += result.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
}

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
