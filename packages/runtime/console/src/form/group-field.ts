import { button, element, uniqueId } from "../dom/element.js";
import type { Field, FieldText } from "./field.js";
import { problemLine } from "../dom/problem-line.js";

/** The frame of a value with parts: a legend, a line for problems, and the parts. */
export interface Group {
  readonly element: HTMLFieldSetElement;
  readonly body: HTMLElement;
  show(message: string): void;
  clear(): void;
}

export function createGroup({ label, required, hint }: FieldText): Group {
  const legend = element("legend", {}, label);
  if (required) legend.append(" ", element("span", { className: "needed" }, "required"));
  const note = element("p", { className: "hint", id: uniqueId() }, hint);
  const set = element("fieldset", {}, legend);
  const problem = problemLine(set, hint === "" ? [] : [note.id]);
  const body = element("div", { className: "parts" });
  set.append(...(hint === "" ? [] : [note]), problem.element, body);
  return { element: set, body, show: problem.show, clear: problem.clear };
}

/** Creates a field that is absent until the user adds it, so that recursion ends. */
export function optionalField(text: FieldText, create: () => Field): Field {
  let field: Field | undefined;
  const holder = element("div", { className: "optional" });
  const problem = problemLine(holder);
  const add = button(`Add ${text.label}`, () => {
    open();
    holder.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
  });
  const open = (): Field => {
    if (field !== undefined) return field;
    field = create();
    const remove = button(`Remove ${text.label}`, () => {
      close();
      add.focus();
    });
    holder.replaceChildren(field.element, remove);
    return field;
  };
  const close = (): void => {
    field = undefined;
    holder.replaceChildren(add, problem.element);
  };
  close();
  return {
    element: holder,
    read: () => field?.read(),
    write: (value) => {
      if (value === undefined || value === null) close();
      else open().write(value);
    },
    report: (path, message) => {
      if (field === undefined) problem.show(message);
      else field.report(path, message);
    },
    clear: () => {
      problem.clear();
      field?.clear();
    },
  };
}
