import { refreshClock } from "./clock.js";
import { control, showProblem } from "./control.js";
import { refreshCoverage } from "./coverage.js";
import { byId, element } from "./element.js";
import { refreshFaults } from "./faults.js";
import { forgetJournal, refreshJournal } from "./journal.js";
import { refreshRecording } from "./recording.js";
import { loadState } from "./state.js";

/** @type {Readonly<Record<string, { open?: () => Promise<void>, tick?: () => Promise<void> }>>} */
const views = {
  journal: { tick: refreshJournal },
  // The state is not refreshed, because somebody may be editing it.
  state: { open: loadState },
  clock: {},
  faults: { tick: refreshFaults },
  coverage: { tick: refreshCoverage },
  // The view exists only on the page of a server that records or replays.
  ...(document.getElementById("recording") && { recording: { tick: refreshRecording } }),
};

const tenant = byId("tenant", HTMLSelectElement);

const current = () => {
  const name = location.hash.slice(1);
  return Object.hasOwn(views, name) ? name : "journal";
};

const open = async () => {
  const name = current();
  for (const view of Object.keys(views)) byId(view, HTMLElement).hidden = view !== name;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  showProblem("");
  await views[name]?.open?.();
  await tick();
};

const tick = async () => {
  await Promise.all([refreshClock(), refreshTenants(), views[current()]?.tick?.()]);
};

const refreshTenants = async () => {
  const answer = await control("GET", "/tenants");
  if (!answer) return;
  const known = [...tenant.options].map(({ value }) => value);
  if (known.join("\n") === answer.tenants.join("\n")) return;
  const chosen = tenant.value;
  tenant.replaceChildren(
    ...answer.tenants.map((/** @type {string} */ name) => element("option", {}, [name])),
  );
  tenant.value = answer.tenants.includes(chosen) ? chosen : "default";
};

/** Refreshes once a second while the page is visible. */
const live = async () => {
  if (!document.hidden) await tick();
  setTimeout(() => void live(), 1000);
};

document.documentElement.classList.add("scripted");
window.addEventListener("hashchange", () => void open());
tenant.addEventListener("change", () => {
  history.replaceState(null, "", `?tenant=${encodeURIComponent(tenant.value)}${location.hash}`);
  forgetJournal();
  void open();
});
await open();
void live();
