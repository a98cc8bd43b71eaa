import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { eventMessage } from "../../src/diagnostics/diagnostic.js";
import { loadModel } from "../../src/load/load-model.js";
import { validateModel } from "../../src/validate/validate-model.js";

/** The folder of the shared corpora. It may be absent. */
export const corpora = fileURLToPath(new URL("../../../../../shared/corpora", import.meta.url));

export interface ErrorFile {
  readonly name: string;
  readonly model: string;
  readonly expected: readonly ExpectedEvent[];
}

export interface ExpectedEvent {
  readonly severity: string;
  readonly shapeId: string | undefined;
  readonly message: string;
  readonly code: string;
}

/** Returns the cases below a folder: models with an `.errors` file next to them. */
export function errorFiles(folder: string): readonly ErrorFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".errors"))
    .sort()
    .map((path) => {
      const base = join(folder, path.slice(0, -".errors".length));
      const model = [`${base}.smithy`, `${base}.json`].find((file) => existsSync(file)) ?? base;
      return {
        name: path.slice(0, -".errors".length),
        model,
        expected: readEvents(join(folder, path)),
      };
    });
}

function readEvents(path: string): readonly ExpectedEvent[] {
  return readFileSync(path, "utf8")
    .split(/\r?\n(?=\[(?:NOTE|WARNING|DANGER|ERROR|SUPPRESSED)\])/)
    .flatMap((text) => {
      const match = /^\[([A-Z]+)\] ([^\s:]+): ([\s\S]*?)\|([^|]*)$/.exec(text.trim());
      if (match === null) return [];
      const [, severity = "", shape = "", message = "", code = ""] = match;
      return [
        {
          severity,
          shapeId: shape === "-" ? undefined : shape,
          message: message.trim(),
          code: code.trim(),
        },
      ];
    });
}

/**
 * Loads and validates the model of a case. Returns the differences from the expected events, one
 * per line.
 */
export function judge(file: ErrorFile): readonly string[] {
  const found = validate(file);
  const missing = file.expected.filter((event) => !found.some((one) => agrees(event, one)));
  const extra = found.filter(
    (one) =>
      one.severity !== "SUPPRESSED" &&
      !tolerated.test(one.code) &&
      !file.expected.some((event) => agrees(event, one)),
  );
  return [
    ...missing.map(
      (event) => `missing [${event.severity}] ${event.shapeId}: ${event.message} | ${event.code}`,
    ),
    ...extra.map(
      (one) => `extra [${one.severity}] ${one.shapeId}: ${eventMessage(one)} | ${one.code}`,
    ),
  ];
}

const tolerated = /^(?:ModelDeprecation|DeprecatedTrait|DeprecatedShape)(?:\.|$)/;

function validate(file: ErrorFile): readonly Diagnostic[] {
  const source = { path: file.model, text: readFileSync(file.model, "utf8") };
  const { model, diagnostics } = loadModel([source]);
  return model === undefined
    ? diagnostics
    : validateModel(model, { loaded: diagnostics, afterCriticalErrors: true });
}

function agrees(expected: ExpectedEvent, found: Diagnostic): boolean {
  return (
    expected.severity === found.severity &&
    expected.shapeId === found.shapeId &&
    (found.code === expected.code || found.code.startsWith(`${expected.code}.`)) &&
    normal(wording(found)).startsWith(normal(expected.message))
  );
}

/**
 * Returns the message of an event, followed by the reason of its suppression, like the reference
 * implementation.
 */
const wording = (found: Diagnostic): string =>
  found.suppressionReason === undefined
    ? eventMessage(found)
    : `${eventMessage(found)} (${found.suppressionReason})`;

/**
 * A message with line breaks spans several lines of a file. The indentation of these lines is not
 * significant.
 */
const normal = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
