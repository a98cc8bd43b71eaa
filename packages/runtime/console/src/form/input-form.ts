import { fromNode, sampleOf, toNode } from "@tinsmith/server-runtime/samples";
import { describeProblem } from "@tinsmith/validation";
import { isAsyncIterable, isRecord, reasonOf } from "@tinsmith/values";
import type { CallableOperation, ConsoleService } from "../service/console-service.js";
import type { Field } from "./field.js";
import { fieldOf } from "./fields-of.js";

/** The form of an operation's input. */
export interface InputForm {
  readonly element: HTMLElement;
  /** Fills in an input, as plain data. */
  fill(input: unknown): void;
  /**
   * Returns the input, or `undefined` if it is not valid. In that case the form shows the problems.
   */
  read(): object | undefined;
  /** The number of problems that the form shows. */
  readonly problems: number;
}

/** Creates the form of an operation. */
export function inputForm(operation: CallableOperation, service: ConsoleService): InputForm {
  const field: Field = fieldOf(operation.input, {}, service.constraints, "Input");
  let problems = 0;
  const check = (): object | undefined => {
    field.clear();
    problems = 0;
    const report = (path: readonly (string | number)[], message: string): void => {
      problems += 1;
      field.report(path, message);
    };
    let value: unknown;
    try {
      value = fromNode(operation.input, field.read());
    } catch (error) {
      report([], `A value cannot be read: ${reasonOf(error)}.`);
      return undefined;
    }
    for (const { path, inKey, problem } of operation.check(value)) {
      report(path, `${describeProblem(problem, inKey)}.`);
    }
    return problems === 0 && isRecord(value) ? value : undefined;
  };
  let isShown = false;
  field.element.addEventListener("change", () => {
    // Problems are shown once the user has tried to send, and disappear as they are solved.
    if (isShown) check();
  });
  return {
    element: field.element,
    fill: (input) => {
      field.write(input);
      field.clear();
      problems = 0;
      isShown = false;
    },
    read: () => {
      isShown = true;
      return check();
    },
    get problems() {
      return problems;
    },
  };
}

/** Returns a sample of an input as plain data, without event streams. */
export function sampleInput(
  { input }: CallableOperation,
  { constraints }: ConsoleService,
  requiredOnly: boolean,
): unknown {
  const value = sampleOf(input, { constraints, requiredOnly });
  const plain = isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter(([, part]) => !isAsyncIterable(part)))
    : value;
  return toNode(input, plain, { showSensitive: true });
}
