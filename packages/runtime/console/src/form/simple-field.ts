import type { SimpleView, MemberConstraints } from "@tinsmith/validation";
import { element, uniqueId } from "../dom/element.js";
import type { Field, FieldText, FieldValue } from "./field.js";
import { problemLine } from "../dom/problem-line.js";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Creates the field of a simple value, such as a string, a number or an enum. */
export function simpleField(
  { kind }: SimpleView,
  constraints: MemberConstraints,
  text: FieldText,
): Field {
  const control = controlOf(kind, constraints);
  control.id = uniqueId();
  const hint = element("p", { className: "hint", id: uniqueId() }, hintText(kind, text.hint));
  const hasHint = hint.textContent !== "";
  const problem = problemLine(control, hasHint ? [hint.id] : []);
  if (text.required) control.setAttribute("aria-required", "true");
  const label = element("label", { htmlFor: control.id }, text.label);
  if (text.required) label.append(" ", element("span", { className: "needed" }, "required"));
  return {
    element: element(
      "div",
      { className: "field" },
      label,
      control,
      ...(hasHint ? [hint] : []),
      problem.element,
    ),
    read: () => (control.value === "" ? undefined : parse(kind, control.value)),
    write: (value) => {
      control.value = textOf(kind, value);
      // A select that does not have this value as an option shows nothing.
      if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
    },
    report: (_path, message) => problem.show(message),
    clear: () => problem.clear(),
  };
}

function controlOf(kind: SimpleView["kind"], constraints: MemberConstraints): Control {
  const values = constraints.enum ?? constraints.intEnum;
  if (values !== undefined) return choice(values.map(String));
  switch (kind) {
    case "boolean":
      return choice(["true", "false"]);
    case "document":
      return element("textarea", { rows: 3, spellcheck: false });
    default:
      return element("input", {
        type: "text",
        autocomplete: "off",
        spellcheck: false,
        inputMode: kind === "number" || kind === "bigDecimal" ? "decimal" : "text",
        placeholder: kind === "timestamp" ? "2026-11-01T05:59:00Z" : "",
      });
  }
}

function choice(values: readonly string[]): HTMLSelectElement {
  const options = values.map((value) => element("option", { value }, value));
  return element("select", {}, element("option", { value: "" }, "—"), ...options);
}

function hintText(kind: SimpleView["kind"], hint: string): string {
  const form = forms[kind];
  return [form, hint].filter((part) => part !== undefined && part !== "").join(", ");
}

const forms: Readonly<Partial<Record<SimpleView["kind"], string>>> = {
  timestamp: "A time in ISO 8601",
  blob: "Bytes in base64",
  streamingBlob: "Bytes in base64",
  document: "JSON",
  bigInteger: "An integer",
};

/**
 * Returns the plain data of a text. A text that is not a value of its kind stays a text, so that
 * validation reports it.
 */
function parse(kind: SimpleView["kind"], text: string): FieldValue {
  switch (kind) {
    case "number":
      return /^-?\d+$/.test(text) && !Number.isSafeInteger(Number(text))
        ? text
        : Number.isNaN(Number(text))
          ? text
          : Number(text);
    case "boolean":
      return text === "true";
    case "document":
      return JSON.parse(text);
    default:
      return text;
  }
}

function textOf(kind: SimpleView["kind"], value: FieldValue): string {
  if (value === undefined || value === null) return "";
  if (kind === "timestamp" && typeof value === "number")
    return new Date(value * 1000).toISOString();
  return typeof value === "object" || kind === "document" ? JSON.stringify(value) : String(value);
}
