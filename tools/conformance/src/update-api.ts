import { makeApiReports, writeApiReports } from "./api-reports/api-reports.js";

const written = writeApiReports(makeApiReports());
for (const path of written) console.log(path);
console.log(
  written.length === 0
    ? "The API reports are up to date."
    : `${written.length} API reports updated.`,
);
