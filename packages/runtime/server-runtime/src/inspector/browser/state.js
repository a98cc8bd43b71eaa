import { control, showProblem } from "./control.js";
import { byId, onClick } from "./element.js";

const text = byId("state-text", HTMLTextAreaElement);
const message = byId("state-message", HTMLElement);

/** Shows the current state, and discards edits. */
export const loadState = async () => {
  const state = await control("GET", "/state");
  text.value = state === undefined ? "" : JSON.stringify(state, undefined, 2);
  message.textContent = `As of ${new Date().toISOString().slice(11, 19)}.`;
};

onClick("state-load", loadState);
onClick("state-reset", async () => {
  if (await control("POST", "/reset", {})) await loadState();
});
onClick("state-seed", async () => {
  /** @type {unknown} */
  let state;
  try {
    state = JSON.parse(text.value);
  } catch (error) {
    showProblem(`This is not JSON: ${error instanceof Error ? error.message : ""}`);
    return;
  }
  if (await control("PUT", "/state", state)) await loadState();
});
