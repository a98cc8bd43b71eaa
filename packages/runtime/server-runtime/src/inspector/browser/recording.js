import { control } from "./control.js";
import { byId } from "./element.js";

/** Shows what was recorded or replayed so far, and where the service differs from its model. */
export const refreshRecording = async () => {
  const answer = await control("GET", "/recording?format=text");
  if (answer !== undefined) byId("recording-report", HTMLElement).textContent = answer;
};
