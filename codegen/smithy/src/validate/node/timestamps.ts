import type { NodeValue, Shape } from "../../model/model.js";
import { timestampFormatTrait, trait } from "../../traits/index.js";
import { placed } from "./node-context.js";
import type { NodeContext, NodePath } from "./node-context.js";
import { typeName } from "./type-name.js";

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)? GMT$/;

/**
 * Checks a timestamp by its format; without one, RFC 3339 or a number of seconds. If a member has
 * the format, `shape` is that member.
 */
export function checkTimestamp(
  context: NodeContext,
  shape: Shape,
  value: NodeValue,
  path: NodePath,
): void {
  const report = (message: string) =>
    context.report({ severity: "ERROR", message, ...placed(path) });
  const written = context.options.timestamps ?? "format";
  if (written === "any") return;
  if (written === "epoch-seconds") {
    if (typeof value === "number") return;
    return report(
      `Invalid ${typeName(value)} value provided for timestamp, \`${shape.id}\`. Expected a number that contains epoch seconds with optional millisecond precision`,
    );
  }
  checkFormat(shape, value, trait(shape, timestampFormatTrait), report);
}

function checkFormat(
  shape: Shape,
  value: NodeValue,
  format: NodeValue | undefined,
  report: (message: string) => void,
): void {
  const provided = `Invalid string value, \`${String(value)}\`, provided for timestamp, \`${shape.id}\`.`;
  switch (format) {
    case "date-time":
      if (typeof value !== "string") {
        return report(
          'Expected a string value for a date-time timestamp (e.g., "1985-04-12T23:20:50.52Z")',
        );
      }
      if (isDateTime(value)) return;
      return report(
        `${provided} Expected an RFC 3339 formatted timestamp (e.g., "1985-04-12T23:20:50.52Z")`,
      );
    case "http-date":
      if (typeof value === "string" && httpDate.test(value)) return;
      return report(
        `Invalid value provided for ${format} formatted timestamp. Expected a string value that matches the IMF-fixdate production of RFC 9110 section-5.6.7. Found: ${typeof value === "string" ? value : typeName(value)}`,
      );
    case "epoch-seconds":
      if (typeof value === "number") return;
      return report(
        `Invalid ${typeName(value)} value provided for a timestamp with a \`${format}\` format.`,
      );
    default:
      if (typeof value === "number") return;
      if (typeof value !== "string") {
        return report(
          `Invalid ${typeName(value)} value provided for timestamp, \`${shape.id}\`. Expected a number that contains epoch seconds with optional millisecond precision, or a string that contains an RFC 3339 formatted timestamp (e.g., "1985-04-12T23:20:50.52Z")`,
        );
      }
      if (!isDateTime(value)) {
        report(
          `${provided} Expected an RFC 3339 formatted timestamp (e.g., "1985-04-12T23:20:50.52Z")`,
        );
      }
  }
}

const isDateTime = (text: string): boolean =>
  dateTime.test(text) && !Number.isNaN(Date.parse(text));
