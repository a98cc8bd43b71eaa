import { control } from "./control.js";
import { button, byId, element, onClick } from "./element.js";

/**
 * @typedef {{
 *   sequence: number, receivedAt: string, clock: string, tenant: string, operation: string,
 *   requestId: string, invocationId?: string, attempt: number, credential?: object,
 *   input?: unknown, output?: unknown, error?: { name: string, message?: string },
 *   status: number, broken?: string, latencyMs: number, faults: string[], warnings: string[],
 * }} Entry
 */

const kept = 500;
const rows = byId("journal-rows", HTMLTableSectionElement);
const details = byId("journal-details", HTMLElement);
const filter = byId("journal-filter", HTMLInputElement);
const pause = byId("journal-pause", HTMLInputElement);
/** @type {Entry[]} oldest first */
let entries = [];
let chosen = 0;
let isFirst = true;

/** Fetches the entries that are newer than the last known one. */
export const refreshJournal = async () => {
  if (pause.checked) return;
  const last = entries.at(-1)?.sequence ?? 0;
  const answer = await control("GET", `/journal?limit=${kept}&after=${last}`);
  if (!answer) return;
  if (answer.total < last) {
    // The journal was cleared, or the end of a boundary has removed entries.
    forgetJournal();
    await refreshJournal();
    return;
  }
  byId("journal-count", HTMLElement).textContent = `${answer.total} requests`;
  if (answer.entries.length === 0 && !isFirst) return;
  isFirst = false;
  entries = [...entries, ...answer.entries].slice(-kept);
  show();
};

/** Forgets all entries, because another tenant was chosen. */
export const forgetJournal = () => {
  entries = [];
  chosen = 0;
  isFirst = true;
  details.replaceChildren(element("p", {}, ["Select a request to see its input and its output."]));
};

const show = () => {
  const focused = document.activeElement?.getAttribute("data-sequence");
  const wanted = filter.value.trim().toLowerCase();
  const shown = entries.filter((entry) => matches(entry, wanted));
  rows.replaceChildren(...shown.toReversed().map(row));
  if (shown.length === 0) {
    const text = entries.length === 0 ? "No requests yet." : "No request matches the filter.";
    rows.append(element("tr", {}, [element("td", { colspan: "6" }, [text])]));
  }
  const again = focused && rows.querySelector(`[data-sequence="${CSS.escape(focused)}"]`);
  if (again instanceof HTMLElement) again.focus();
};

/** @param {Entry} entry @param {string} wanted */
const matches = (entry, wanted) =>
  [entry.operation, entry.error?.name ?? "", String(entry.status), ...entry.faults].some((text) =>
    text.toLowerCase().includes(wanted),
  );

/** @param {Entry} entry */
const row = (entry) => {
  const choose = button(entry.operation || "none", () => choosing(entry), {
    class: "link",
    "data-sequence": String(entry.sequence),
    "aria-pressed": String(entry.sequence === chosen),
  });
  const marks = [...entry.faults, ...entry.warnings.map(() => "warning")];
  return element("tr", entry.sequence === chosen ? { class: "chosen" } : {}, [
    element("td", {}, [String(entry.sequence)]),
    element("td", {}, [entry.receivedAt.slice(11, 23)]),
    element("td", {}, [choose]),
    element("td", { class: entry.error || entry.broken ? "bad" : "good" }, [
      [entry.status || "no answer", entry.error?.name, entry.broken, ...marks]
        .filter(Boolean)
        .join(", "),
    ]),
    element("td", { class: "number" }, [`${entry.latencyMs.toFixed(1)} ms`]),
    element("td", { class: "number" }, [String(entry.attempt)]),
  ]);
};

/** @param {Entry} entry */
const choosing = (entry) => {
  chosen = entry.sequence;
  show();
  const attempts = entries.filter(
    ({ invocationId }) => invocationId !== undefined && invocationId === entry.invocationId,
  );
  const facts = [
    ["Request id", entry.requestId],
    ["Tenant", entry.tenant],
    ["Arrived", entry.receivedAt],
    ["Tenant's clock", entry.clock],
    ["Call", entry.invocationId],
    ["Connection", entry.broken],
    ["Faults", entry.faults.join(", ")],
  ];
  details.replaceChildren(
    element("h3", {}, [`${entry.operation || "No operation"} #${entry.sequence}`]),
    ...entry.warnings.map((warning) => element("p", { class: "warning" }, [`Warning: ${warning}`])),
    element(
      "dl",
      {},
      facts.flatMap(([name, value]) =>
        value ? [element("dt", {}, [String(name)]), element("dd", {}, [value])] : [],
      ),
    ),
    ...json("Input", entry.input),
    ...json("Output", entry.output),
    ...json("Error", entry.error),
    ...json("Credential", entry.credential),
    ...(attempts.length > 1
      ? [
          element("h4", {}, ["Attempts of this call"]),
          element(
            "ol",
            {},
            attempts.map((one) =>
              element("li", {}, [
                button(
                  `#${one.sequence} ${one.error?.name ?? one.broken ?? one.status}`,
                  () => choosing(one),
                  {
                    class: "link",
                  },
                ),
              ]),
            ),
          ),
        ]
      : []),
  );
  // On a narrow screen the details are below the list.
  details.focus({ preventScroll: details.getBoundingClientRect().top < innerHeight / 2 });
};

/** @param {string} title @param {unknown} value */
const json = (title, value) =>
  value === undefined || value === null
    ? []
    : [
        element("h4", {}, [title]),
        element("pre", { tabindex: "0", role: "group", "aria-label": title }, [
          JSON.stringify(value, undefined, 2),
        ]),
      ];

filter.addEventListener("input", show);
pause.addEventListener("change", () => void refreshJournal());
onClick("journal-clear", async () => {
  await control("DELETE", "/journal");
  forgetJournal();
  await refreshJournal();
});
