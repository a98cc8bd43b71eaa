import type { RecordedHeader } from "@tinsmith/service";
import type { Destination } from "../service/send-call.js";
import { element, uniqueId } from "../dom/element.js";
import { problemLine } from "../dom/problem-line.js";

/** The choice of the server that receives calls. */
export interface DestinationChoice {
  readonly element: HTMLElement;
  /**
   * Returns the destination, or `undefined` if it is not valid. In that case the choice shows the
   * problem.
   */
  read(): Destination | undefined;
}

/** Creates the choice. The server in the page is selected first. */
export function destinationChoice(
  suggestion: string,
  onChange: (inPage: boolean) => void,
): DestinationChoice {
  const name = uniqueId();
  const inPage = radio(name, true);
  const elsewhere = radio(name, false);
  const address = element("input", {
    type: "url",
    id: uniqueId(),
    value: suggestion,
    spellcheck: false,
    autocomplete: "off",
  });
  const headers = element("textarea", {
    id: uniqueId(),
    rows: 2,
    spellcheck: false,
    placeholder: "authorization: Bearer …",
  });
  const hint = element(
    "p",
    { className: "hint", id: uniqueId() },
    "Calls are sent by this page without a signature. Mock servers accept that; they must allow pages of other origins (--cors).",
  );
  const problem = problemLine(address, [hint.id]);
  const headerProblem = problemLine(headers);
  const details = element(
    "div",
    { hidden: true },
    element("label", { htmlFor: address.id }, "Address"),
    address,
    hint,
    problem.element,
  );
  const update = (): void => {
    details.hidden = inPage.checked;
    onChange(inPage.checked);
  };
  inPage.addEventListener("change", update);
  elsewhere.addEventListener("change", update);
  const set = element(
    "fieldset",
    { className: "destination" },
    element("legend", {}, "Send to"),
    element("label", {}, inPage, " A mock server in this page"),
    element("label", {}, elsewhere, " An address"),
    details,
    element(
      "details",
      { className: "more" },
      element("summary", {}, "Further headers"),
      element("label", { htmlFor: headers.id }, "Headers, one on each line"),
      headers,
      headerProblem.element,
    ),
  );
  return {
    element: set,
    read() {
      problem.clear();
      headerProblem.clear();
      const further = headersOf(headers.value);
      if (further === undefined) {
        headerProblem.show("A header must have the form “name: value”.");
        return undefined;
      }
      if (inPage.checked) return { address: undefined, headers: further };
      const url = URL.canParse(address.value) ? new URL(address.value) : undefined;
      if (url === undefined || !/^https?:$/.test(url.protocol)) {
        problem.show("The address must begin with http:// or https://.");
        address.focus();
        return undefined;
      }
      return { address: url, headers: further };
    },
  };
}

function radio(name: string, checked: boolean): HTMLInputElement {
  return element("input", { type: "radio", name, checked });
}

function headersOf(text: string): readonly RecordedHeader[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const headers = lines.map((line) => /^([!#$%&'*+.^_`|~\w-]+):\s*(.*?)\s*$/.exec(line));
  return headers.includes(null)
    ? undefined
    : headers.map((match): RecordedHeader => [match?.[1]?.toLowerCase() ?? "", match?.[2] ?? ""]);
}
