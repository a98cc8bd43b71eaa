import { readFile } from "node:fs/promises";
import { evaluate, parse } from "@humanwhocodes/momoa";
import type { DocumentNode, ValueNode } from "@humanwhocodes/momoa";
import type { StandardSchemaV1 } from "@standard-schema/spec";

/** The error for an invalid file. The message lists each problem with its location. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** A JSON file and the value that its schema returned. */
export interface JsonFile<Value> {
  readonly value: Value;
  /** Returns an error about the value at a path, with the line of the file. */
  problemAt(steps: readonly PropertyKey[], message: string): FileError;
}

/**
 * Reads a JSON file and validates it.
 *
 * @param what - names the file in messages, for example `seed`
 * @throws FileError with `file:line:column`, the line itself and what was expected there
 */
export async function readJsonFile<Value>(
  what: string,
  path: string,
  schema: StandardSchemaV1<unknown, Value>,
): Promise<JsonFile<Value>> {
  const text = await readText(what, path);
  const document = parseJson(path, text);
  const describe = (steps: readonly PropertyKey[], message: string): string => {
    const { line, column } = locate(document.body, steps).loc.start;
    const place = steps.length > 0 ? ` (at ${steps.join(".")})` : "";
    return frame(path, text, line, column, `${message}${place}`);
  };
  const result = await schema["~standard"].validate(evaluate(document));
  if (result.issues) {
    const problems = result.issues.map((issue) => {
      const steps = (issue.path ?? []).map((step) => (typeof step === "object" ? step.key : step));
      return describe(steps, issue.message);
    });
    throw new FileError(problems.join("\n\n"));
  }
  return {
    value: result.value,
    problemAt: (steps, message) => new FileError(describe(steps, message)),
  };
}

/** @throws FileError */
export async function readText(what: string, path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileError(`Cannot read the ${what} file ${path}: ${reason}.`, { cause: error });
  }
}

function parseJson(path: string, text: string): DocumentNode {
  try {
    return parse(text, { mode: "json" });
  } catch (error) {
    const offset = offsetOf(error) ?? text.length;
    const lines = text.slice(0, offset).split("\n");
    const column = (lines.at(-1) ?? "").length + 1;
    throw new FileError(frame(path, text, lines.length, column, notJson(text, offset)), {
      cause: error,
    });
  }
}

const offsetOf = (error: unknown): number | undefined =>
  error instanceof Error && "offset" in error && typeof error.offset === "number"
    ? error.offset
    : undefined;

function notJson(text: string, offset: number): string {
  const found = /^(?:\w+|\S)/.exec(text.slice(offset))?.[0];
  return found === undefined
    ? "This is not JSON: it ends too early."
    : `This is not JSON: ${found} was not expected here.`;
}

/** Returns the node at a path, or the last existing node on the path. */
function locate(root: ValueNode, steps: readonly PropertyKey[]): ValueNode {
  let node = root;
  for (const step of steps) {
    const next =
      node.type === "Array"
        ? node.elements[Number(step)]?.value
        : node.type === "Object"
          ? node.members.find(
              ({ name }) => (name.type === "String" ? name.value : name.name) === step,
            )?.value
          : undefined;
    if (!next) break;
    node = next;
  }
  return node;
}

function frame(path: string, text: string, line: number, column: number, message: string): string {
  const source = (text.split("\n")[line - 1] ?? "").replace(/\r$/, "");
  const number = String(line);
  const caret = source.slice(0, column - 1).replaceAll(/[^\t]/g, " ");
  return (
    `${path}:${line}:${column} ${message}\n` +
    `  ${number} | ${source}\n` +
    `  ${" ".repeat(number.length)} | ${caret}^`
  );
}
