import { reasonOf } from "@tinsmith/values";
import { inputForm, sampleInput } from "../form/input-form.js";
import type { CallableOperation, ConsoleService } from "../service/console-service.js";
import { sendCall } from "../service/send-call.js";
import type { SentCall, SentMessage } from "../service/send-call.js";
import { destinationChoice } from "./destination-choice.js";
import { button, element, uniqueId } from "../dom/element.js";
import { messageText } from "./message-text.js";
import { mockControls } from "./mock-controls.js";

/** Shows the console of an operation in an element of the page. */
export function showConsole(
  holder: HTMLElement,
  service: ConsoleService,
  operation: CallableOperation,
  address: string,
): void {
  const status = element("p", { className: "status" });
  status.setAttribute("role", "status");
  const announce = (text: string): void => {
    status.textContent = text;
  };
  const form = inputForm(operation, service);
  const controls = mockControls(service, operation, announce);
  const destination = destinationChoice(address, (inPage) => {
    controls.hidden = !inPage;
  });
  const results = element("div", { className: "results" }, nothingYet());
  const send = element("button", { type: "submit", className: "primary" }, "Send");
  const frame = element(
    "form",
    { className: "console", noValidate: true },
    element(
      "div",
      { className: "call" },
      starts(operation, service, (input) => form.fill(input)),
      form.element,
      destination.element,
      controls,
    ),
    element("div", { className: "outcome" }, send, status, results),
  );
  frame.setAttribute("aria-label", `Call of ${operation.name}`);
  frame.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = form.read();
    if (input === undefined) {
      announce(`Not sent: ${form.problems === 1 ? "one problem" : `${form.problems} problems`}.`);
      frame.querySelector<HTMLElement>("[aria-invalid=true]:not(fieldset)")?.focus();
      return;
    }
    const target = destination.read();
    if (target === undefined) return;
    announce("Sending…");
    send.disabled = true;
    void sendCall(service, operation, input, target)
      .then(
        (call) => {
          results.replaceChildren(...resultParts(call));
          announce(outcomeOf(call));
        },
        (error: unknown) => announce(`Not sent: ${reasonOf(error)}`),
      )
      .finally(() => {
        send.disabled = false;
      });
  });
  holder.replaceChildren(frame);
  frame.querySelector<HTMLElement>("select, input")?.focus();
}

/** Creates the choice of an input to start from: the examples of the model, or samples. */
function starts(
  operation: CallableOperation,
  service: ConsoleService,
  fill: (input: unknown) => void,
): HTMLElement {
  const choices = [
    ...operation.examples.map(({ title, input }) => ({ title, input: () => input })),
    { title: "Required members", input: () => sampleInput(operation, service, true) },
    { title: "All members", input: () => sampleInput(operation, service, false) },
    { title: "Empty", input: () => ({}) },
  ];
  const select = element(
    "select",
    { id: uniqueId() },
    ...choices.map(({ title }, index) => element("option", { value: String(index) }, title)),
  );
  const apply = (): void => fill(choices[select.selectedIndex]?.input());
  select.addEventListener("change", apply);
  apply();
  return element(
    "div",
    { className: "control" },
    element("label", { htmlFor: select.id }, "Start from"),
    select,
  );
}

const nothingYet = (): HTMLElement =>
  element("p", { className: "hint" }, "The request and its answer appear here, as they are sent.");

function outcomeOf({ status, error }: SentCall): string {
  const answer = status === undefined ? "" : `${status} `;
  if (error === undefined) return `Answer: ${answer}success.`;
  return `Answer: ${answer}${error.name}${error.message === "" ? "." : `: ${error.message}`}`;
}

function resultParts({ request, response, output }: SentCall): readonly HTMLElement[] {
  return [
    ...messagePart("Request", request),
    ...(response === undefined ? [] : messagePart("Answer", response)),
    ...(output === undefined ? [] : codePart("Output", JSON.stringify(output, undefined, 2))),
  ];
}

const messagePart = (title: string, message: SentMessage): readonly HTMLElement[] =>
  codePart(title, messageText(message));

function codePart(title: string, text: string): readonly HTMLElement[] {
  const code = element("pre", { tabIndex: 0 }, element("code", {}, text));
  code.setAttribute("aria-label", title);
  code.setAttribute("role", "region");
  // The script of the page copies the code that is next to such a button.
  return [
    element("h3", {}, title),
    element(
      "div",
      { className: "code" },
      code,
      button("Copy", () => {}, "copy"),
    ),
  ];
}
