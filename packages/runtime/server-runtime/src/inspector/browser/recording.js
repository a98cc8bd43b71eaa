import { control } from "./control.js";
import { byId } from "./element.js";

/**
 * Shows the calls that were recorded or replayed so far, and the differences between the service
 * and its model.
 */
export const refreshRecording = async () => {
  const answer = await control("GET", "/recording?format=text");
  if (answer !== undefined) byId("recording-report", HTMLElement).textContent = answer;
};
