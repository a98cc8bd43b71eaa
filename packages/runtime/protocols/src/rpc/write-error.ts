import type { StaticErrorSchema } from "@smithy/types";
import {
  Sentinel,
  ShapeKind,
  memberNamesOf,
  membersOf,
  replaceMembers,
  traitsOf,
} from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import type { ErrorMessage } from "../protocol.js";
import { faultOf } from "../errors/error-code.js";

/**
 * Returns the status of an error: the status that it states, the status in the model, or the
 * default of its fault.
 */
export function errorStatusOf(error: ErrorMessage): number {
  const modeled = error.schema && traitsOf(error.schema)["httpError"];
  if (error.statusCode !== undefined) return error.statusCode;
  if (typeof modeled === "number") return modeled;
  return faultOf(error) === "client" ? 400 : 500;
}

/**
 * Returns the members of an error, including the message. Most shapes have a member for the
 * message, spelled `message` or `Message`. For other shapes the message is added, because clients
 * always look for it.
 */
export function errorDataOf(error: ErrorMessage): Record<string, unknown> {
  const data: Record<string, unknown> = { ...error.data };
  if (error.message === undefined) return data;
  const name = error.schema && messageNameOf(error.schema);
  if (name === undefined) {
    if (error.message !== "") data["message"] ??= error.message;
  } else data[name] ??= error.message;
  return data;
}

const messageNameOf = (error: StaticErrorSchema): string | undefined =>
  memberNamesOf(error).find((member) => member.toLowerCase() === "message");

/**
 * Adds a member for the message to the schema of an error, or of a part of it, if the error's shape
 * has no such member.
 */
export const withMessage = (part: MemberedSchema, error: StaticErrorSchema): MemberedSchema =>
  messageNameOf(error) === undefined
    ? replaceMembers(part, [...membersOf(part), ["message", Sentinel.string]])
    : part;

/** The shape of errors that are not in the model. */
export const unmodeledError: StaticErrorSchema = [
  ShapeKind.error,
  "",
  "UnmodeledError",
  0,
  ["message"],
  [Sentinel.string],
];
