import { control, showProblem } from "./control.js";
import { button, byId, element, onSubmit } from "./element.js";

const rows = byId("faults-rows", HTMLTableSectionElement);
const form = byId("faults-add", HTMLFormElement);
let shown = "";

/** Shows the active faults. */
export const refreshFaults = async () => {
  const answer = await control("GET", "/faults");
  if (!answer) return;
  // Rendering an unchanged list would remove the focus from a button that the user is about to
  // press.
  if (JSON.stringify(answer) === shown) return;
  shown = JSON.stringify(answer);
  rows.replaceChildren(...answer.faults.map(row));
  if (answer.faults.length === 0) {
    rows.append(element("tr", {}, [element("td", { colspan: "4" }, ["No active faults."])]));
  }
};

/** @param {{ id: string, hits: number, rule: object }} fault */
const row = ({ id, hits, rule }) => {
  const end = async () => {
    await control("DELETE", `/faults/${encodeURIComponent(id)}`);
    await refreshFaults();
  };
  return element("tr", {}, [
    element("td", {}, [id]),
    element("td", {}, [element("code", {}, [JSON.stringify(rule)])]),
    element("td", { class: "number" }, [String(hits)]),
    element("td", {}, [button("Remove", () => void end(), { "aria-label": `Remove ${id}` })]),
  ]);
};

/** Hides and disables the fields of the kinds that are not selected. */
const fitFields = () => {
  const kind = new FormData(form).get("kind");
  for (const label of form.querySelectorAll("label[data-kinds]")) {
    const fits = label.getAttribute("data-kinds") === kind;
    label.toggleAttribute("hidden", !fits);
    label.querySelector("input, select")?.toggleAttribute("disabled", !fits);
  }
};

const numbers = ["milliseconds", "perSecond", "afterBytes", "probability", "skip", "times"];

onSubmit("faults-add", async ({ parameters, ...fields }) => {
  /** @type {Record<string, unknown>} */
  const rule = { ...fields };
  for (const name of numbers) if (name in rule) rule[name] = Number(rule[name]);
  try {
    if (parameters !== undefined) rule["parameters"] = JSON.parse(parameters);
  } catch (error) {
    showProblem(`The parameters are not JSON: ${error instanceof Error ? error.message : ""}`);
    return;
  }
  await control("POST", "/faults", rule);
  await refreshFaults();
});
form.addEventListener("change", fitFields);
fitFields();
