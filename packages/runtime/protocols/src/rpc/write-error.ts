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

/** The status of an error: as given, as modelled, else by whose fault it is. */
export function errorStatusOf(error: ErrorMessage): number {
  const modelled = error.schema && traitsOf(error.schema)["httpError"];
  if (error.statusCode !== undefined) return error.statusCode;
  if (typeof modelled === "number") return modelled;
  return faultOf(error) === "client" ? 400 : 500;
}

/**
 * The data of an error as its structure wants it: the message is a member of most, under either spelling. Where it is of
 * none, clients look for one all the same.
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

/** Part of an error, or all of it, with a place for the message where the error's shape has none. */
export const withMessage = (part: MemberedSchema, error: StaticErrorSchema): MemberedSchema =>
  messageNameOf(error) === undefined
    ? replaceMembers(part, [...membersOf(part), ["message", Sentinel.string]])
    : part;

/** The shape of errors that no model knows. */
export const unmodelledError: StaticErrorSchema = [
  ShapeKind.error,
  "",
  "UnmodelledError",
  0,
  ["message"],
  [Sentinel.string],
];
