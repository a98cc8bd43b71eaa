import type { HandlerExecutionContext } from "@smithy/types";
import { canHoldSensitive, MASK, scrub, sensitiveTexts } from "./sensitive.js";
import { operationOf } from "./wire-trace.js";

/** The message of an error without what is sensitive. Services like to repeat in it what they were sent. */
export const safeMessage = (
  context: HandlerExecutionContext,
  input: object,
  { name, message }: Error,
): string => {
  const operation = operationOf(context);
  if (operation === undefined) return message;
  const schema = operation.errors.find((error) => error[2] === name);
  const index = schema?.[4].findIndex((member) => member.toLowerCase() === "message") ?? -1;
  const target = schema?.[5][index];
  // Beside the numbers for plain strings, a member is a pair with traits or a shape.
  if (target !== undefined && canHoldSensitive([3, "", "", 0, ["message"], [target]])) return MASK;
  return scrub(message, sensitiveTexts(operation.schema[4], input));
};
