import { control } from "./control.js";
import { byId, onClick, onSubmit } from "./element.js";

/** Shows the tenant's time. */
export const refreshClock = async () => show(await control("GET", "/clock"));

/** @param {{ now: string, frozen: boolean } | undefined} reading */
const show = (reading) => {
  if (!reading) return;
  byId("clock-now", HTMLElement).textContent = reading.now;
  byId("clock-frozen", HTMLElement).textContent = reading.frozen ? "frozen" : "";
  byId("clock-reading", HTMLElement).textContent =
    `${reading.now}${reading.frozen ? ", frozen" : ""}`;
};

/** @param {unknown} body */
const moveClock = async (body) => show(await control("POST", "/clock", body));

onClick("clock-freeze", () => moveClock({ freeze: true }));
onClick("clock-resume", () => moveClock({ resume: true }));
onClick("clock-reset", () => moveClock({ reset: true }));
onSubmit("clock-set", ({ at }) => moveClock({ set: at }));
onSubmit("clock-advance", ({ amount, unit = "hours" }) =>
  moveClock({ advance: { [unit]: Number(amount) } }),
);
