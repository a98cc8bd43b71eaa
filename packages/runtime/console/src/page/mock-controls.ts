import type { ActiveFault, Fault } from "@tinsmith/server-runtime";
import { reasonOf } from "@tinsmith/values";
import type { CallableOperation, ConsoleService } from "../service/console-service.js";
import { button, element, uniqueId } from "../dom/element.js";

interface OfferedFault {
  readonly label: string;
  readonly fault: Fault;
}

const offered: readonly OfferedFault[] = [
  { label: "Answer after 2 seconds", fault: { kind: "latency", milliseconds: 2000 } },
  {
    label: "Throttle: one call in 10 seconds",
    fault: { kind: "throttle", perSecond: 0.1, burst: 1 },
  },
  { label: "Reset the connection", fault: { kind: "reset" } },
  { label: "Lose the answer", fault: { kind: "dropResponse" } },
  { label: "Cut the answer after 8 bytes", fault: { kind: "truncate", afterBytes: 8 } },
];

/** Creates the controls of the server in the page: its errors, its faults, and its clock. */
export function mockControls(
  service: ConsoleService,
  operation: CallableOperation,
  announce: (text: string) => void,
): HTMLElement {
  const faults = faultButtons(service, operation, announce);
  const clock = clockControls(service, announce);
  const reset = button("Reset the server", () => {
    service.server.reset();
    service.server.clock.reset();
    faults.update();
    clock.update();
    announce("The server has its first state again.");
  });
  return element(
    "details",
    { className: "mock" },
    element("summary", {}, "Errors, faults and clock of the mock server"),
    errorChoice(service, operation, announce),
    faults.element,
    clock.element,
    element("p", {}, reset),
  );
}

function errorChoice(
  { server }: ConsoleService,
  { name, errors }: CallableOperation,
  announce: (text: string) => void,
): HTMLElement {
  const all = [...errors, "ThrottlingException", "InternalFailure"];
  const select = element(
    "select",
    { id: uniqueId() },
    ...[...new Set(all)].map((error) => element("option", { value: error }, error)),
  );
  const once = button("Make the next call fail", () => {
    server.on(name).throwsOnce(select.value);
    announce(`The next call of ${name} fails with ${select.value}.`);
  });
  return element(
    "div",
    { className: "control" },
    element("label", { htmlFor: select.id }, "Error"),
    element("div", { className: "line" }, select, once),
  );
}

interface Controls {
  readonly element: HTMLElement;
  update(): void;
}

function faultButtons(
  { server }: ConsoleService,
  operation: CallableOperation,
  announce: (text: string) => void,
): Controls {
  const buttons = offered.map(({ label, fault }) => {
    let active: ActiveFault | undefined;
    const toggle = button(label, () => {
      if (active !== undefined && server.faults.list().some(({ id }) => id === active?.id)) {
        active.remove();
        active = undefined;
      } else active = server.faults.add({ ...fault, operation: operation.name });
      update();
      announce(active ? `On: ${label.toLowerCase()}.` : `Off: ${label.toLowerCase()}.`);
    });
    const update = (): void => {
      const isOn = server.faults.list().some(({ id }) => id === active?.id);
      toggle.setAttribute("aria-pressed", String(isOn));
    };
    update();
    return { toggle, update };
  });
  const group = element(
    "div",
    { className: "control" },
    element("p", { className: "name", id: uniqueId() }, "Faults of all calls of this operation"),
    element("div", { className: "line" }, ...buttons.map(({ toggle }) => toggle)),
  );
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", group.querySelector(".name")?.id ?? "");
  return { element: group, update: () => buttons.forEach(({ update }) => update()) };
}

function clockControls(
  { server: { clock } }: ConsoleService,
  announce: (text: string) => void,
): Controls {
  const input = element("input", { type: "text", id: uniqueId(), autocomplete: "off" });
  const update = (): void => {
    input.value = clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
    freeze.setAttribute("aria-pressed", String(clock.frozen));
  };
  const tell = (): void => {
    update();
    announce(`The clock of the server ${clock.frozen ? "stands at" : "runs from"} ${input.value}.`);
  };
  const set = button("Set", () => {
    try {
      clock.set(input.value);
      tell();
    } catch (error) {
      announce(reasonOf(error));
    }
  });
  const freeze = button("Stop the clock", () => {
    if (clock.frozen) clock.resume();
    else clock.freeze();
    tell();
  });
  const advance = (label: string, hours: number): HTMLButtonElement =>
    button(label, () => {
      clock.advance({ hours });
      tell();
    });
  const group = element(
    "div",
    { className: "control" },
    element("label", { htmlFor: input.id }, "Clock"),
    element(
      "div",
      { className: "line" },
      input,
      set,
      freeze,
      advance("+1 hour", 1),
      advance("+1 day", 24),
    ),
  );
  update();
  return { element: group, update };
}
