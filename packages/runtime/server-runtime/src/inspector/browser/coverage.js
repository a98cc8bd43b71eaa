import { control } from "./control.js";
import { byId, element, onClick } from "./element.js";

/** @typedef {Record<string, number>} Counts */

/** Shows the parts of the model that were exercised. */
export const refreshCoverage = async () => {
  const report = await control("GET", "/coverage");
  if (!report) return;
  const { operations, errors, enumValues } = report.totals;
  byId("coverage-totals", HTMLElement).textContent = [
    `${operations.covered} of ${operations.total} operations`,
    `${errors.covered} of ${errors.total} errors`,
    `${enumValues.covered} of ${enumValues.total} values of enums`,
  ].join(", ");
  byId("coverage-report", HTMLElement).replaceChildren(
    table(
      "Operations",
      ["Operation", "Requests", "Successes", "Statuses", "Errors"],
      report.operations.map(
        /** @param {{ name: string, requests: number, successes: number, statuses: Counts, errors: Counts, otherErrors: Counts }} one */
        (one) => [
          one.name,
          String(one.requests),
          String(one.successes),
          counts(one.statuses),
          counts({ ...one.errors, ...one.otherErrors }),
        ],
      ),
    ),
    table(
      "Enums",
      ["Member", "Values"],
      report.enums.map(
        /** @param {{ member: string, values: Counts, otherValues: Counts }} one */
        ({ member, values, otherValues }) => [member, counts({ ...values, ...otherValues })],
      ),
    ),
  );
};

/** @param {string} caption @param {string[]} heads @param {(string | Node)[][]} rows */
const table = (caption, heads, rows) =>
  element("table", {}, [
    element("caption", {}, [caption]),
    element("thead", {}, [
      element(
        "tr",
        {},
        heads.map((head) => element("th", { scope: "col" }, [head])),
      ),
    ]),
    element(
      "tbody",
      {},
      rows.map((row) =>
        element(
          "tr",
          {},
          row.map((cell) => element("td", {}, [cell])),
        ),
      ),
    ),
  ]);

/** @param {Counts} all */
const counts = (all) =>
  element(
    "ul",
    { class: "counts" },
    Object.entries(all).map(([name, count]) =>
      element("li", { class: count > 0 ? "good" : "never" }, [
        count > 0 ? `${name} × ${count}` : `${name}: never`,
      ]),
    ),
  );

onClick("coverage-clear", async () => {
  await control("DELETE", "/coverage");
  await refreshCoverage();
});
