import type { CoverageReport, Share } from "./coverage.js";

/** Renders a coverage report for a terminal or a log. */
export function coverageText({ operations, enums, totals }: CoverageReport): string {
  const lines = [
    `operations  ${ratio(totals.operations)}`,
    `errors      ${ratio(totals.errors)}`,
    `enum values ${ratio(totals.enumValues)}`,
  ];
  for (const { name, requests, successes, errors, otherErrors, statuses } of operations) {
    lines.push("", `${name}  ${plural(requests, "request")}, ${successes} without an error`);
    const all = { ...errors, ...otherErrors };
    lines.push(...list(all));
    const seen = Object.entries(statuses).map(([status, count]) => `${status} × ${count}`);
    if (seen.length > 0) lines.push(`  HTTP ${seen.join(", ")}`);
  }
  for (const { member, values, otherValues } of enums) {
    lines.push("", member, ...list({ ...values, ...otherValues }));
  }
  return `${lines.join("\n")}\n`;
}

const list = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).map(
    ([name, count]) => `  ${count > 0 ? "✓" : "·"} ${name}${count > 0 ? ` × ${count}` : ""}`,
  );

const ratio = ({ covered, total }: Share): string =>
  total === 0 ? "none in the model" : `${covered} of ${total}`;

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
