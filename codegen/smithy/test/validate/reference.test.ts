import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { eventMessage } from "../../src/diagnostics/diagnostic.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { loadModel } from "../../src/load/load-model.js";
import { validateModel } from "../../src/validate/validate-model.js";

const folder = fileURLToPath(new URL("reference/", import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".smithy"))
  .map((name) => name.replace(/\.smithy$/, ""));

/** Formats an event like the `.events` files: severity, id, shape, location, message. */
function lineOf(diagnostic: Diagnostic): string {
  const { severity, code, shapeId = "-", span } = diagnostic;
  const { line, column } = span?.file.positionAt(span.start) ?? { line: 0, column: 0 };
  const message = eventMessage(diagnostic).replaceAll("\n", String.raw`\n`);
  return `${severity} ${code} ${shapeId} ${line}:${column} ${message}`;
}

function eventsOf(path: string): readonly string[] {
  const text = readFileSync(path, "utf8");
  const { model, diagnostics } = loadModel([{ path, text }]);
  const found = model ? validateModel(model, { loaded: diagnostics }) : diagnostics;
  return found.map(lineOf).sort();
}

/** The `.events` files contain the events of the reference implementation, release 1.73.0. */
describe("the events of a model", () => {
  it.each(names)("equal the events of the reference implementation for %s", (name) => {
    const expected = readFileSync(`${folder}${name}.events`, "utf8").split("\n").filter(Boolean);
    expect(eventsOf(`${folder}${name}.smithy`)).toEqual([...expected].sort());
  });
});
