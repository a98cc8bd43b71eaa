import type { StaticErrorSchema } from "@smithy/types";
import type { ErrorMessage } from "../protocol.js";
import { Sentinel, ShapeKind, traitsOf } from "../schema/resolve.js";
import { faultOf } from "./error-code.js";

/** The status of an error: as given, as modelled, else by whose fault it is. */
export const errorStatusOf = (error: ErrorMessage): number => {
  const modelled = error.schema && traitsOf(error.schema[3])["httpError"];
  if (error.statusCode !== undefined) return error.statusCode;
  if (typeof modelled === "number") return modelled;
  return faultOf(error) === "client" ? 400 : 500;
};

/** The data of an error as its structure wants it: the message is a member of most, under either spelling. */
export const errorDataOf = (error: ErrorMessage): Record<string, unknown> => {
  const data: Record<string, unknown> = { ...error.data };
  if (error.message === undefined) return data;
  const names = error.schema?.[4] ?? ["message"];
  const name = names.find((member) => member.toLowerCase() === "message");
  if (name !== undefined && (data[name] === undefined || data[name] === null))
    data[name] = error.message;
  return data;
};

/** The shape of errors that no model knows. */
export const unmodelledError: StaticErrorSchema = [
  ShapeKind.error,
  "",
  "UnmodelledError",
  0,
  ["message"],
  [Sentinel.string],
];
