import { element, uniqueId } from "./element.js";

/** A line below a field that shows its problem. */
export interface ProblemLine {
  readonly element: HTMLElement;
  show(message: string): void;
  clear(): void;
}

/** Creates the problem line of a control, and connects the line with the control. */
export function problemLine(control: HTMLElement, described: readonly string[] = []): ProblemLine {
  const line = element("p", { className: "problem", id: uniqueId(), hidden: true });
  const describe = (ids: readonly string[]): void => {
    if (ids.length > 0) control.setAttribute("aria-describedby", ids.join(" "));
    else control.removeAttribute("aria-describedby");
  };
  describe(described);
  return {
    element: line,
    show(message) {
      line.textContent = line.hidden ? message : `${line.textContent ?? ""} ${message}`;
      line.hidden = false;
      control.setAttribute("aria-invalid", "true");
      describe([...described, line.id]);
    },
    clear() {
      line.textContent = "";
      line.hidden = true;
      control.removeAttribute("aria-invalid");
      describe(described);
    },
  };
}
