import type { StaticErrorSchema } from "@smithy/types";
import type { ErrorMessage } from "../protocol.js";
import type { MemberedSchema } from "../schema/members.js";
import { Sentinel, ShapeKind, traitsOf } from "../schema/resolve.js";
import { faultOf } from "./error-code.js";

/** The status of an error: as given, as modelled, else by whose fault it is. */
export const errorStatusOf = (error: ErrorMessage): number => {
  const modelled = error.schema && traitsOf(error.schema[3])["httpError"];
  if (error.statusCode !== undefined) return error.statusCode;
  if (typeof modelled === "number") return modelled;
  return faultOf(error) === "client" ? 400 : 500;
};

/**
 * The data of an error as its structure wants it: the message is a member of most, under either spelling. Where it is of
 * none, clients look for one all the same.
 */
export const errorDataOf = (error: ErrorMessage): Record<string, unknown> => {
  const data: Record<string, unknown> = { ...error.data };
  if (error.message === undefined) return data;
  const name = messageNameOf(error.schema?.[4] ?? []);
  if (name === undefined) {
    if (error.message !== "") data["message"] ??= error.message;
  } else data[name] ??= error.message;
  return data;
};

const messageNameOf = (members: readonly string[]): string | undefined =>
  members.find((member) => member.toLowerCase() === "message");

/** Part of an error, or all of it, with a place for the message where the error's shape has none. */
export const withMessage = (part: MemberedSchema, error: StaticErrorSchema): MemberedSchema =>
  messageNameOf(error[4]) === undefined
    ? [
        ShapeKind.structure,
        part[1],
        part[2],
        part[3],
        [...part[4], "message"],
        [...part[5], Sentinel.string],
      ]
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
