import type { HandlerExecutionContext, StaticErrorSchema } from "@smithy/types";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import { maskSensitive } from "./mask-sensitive.js";
import { inputOf, isOperationSchema, membersOf, nameOf } from "@tinsmith/schema";
import { MASK, scrub } from "./sensitive.js";

/**
 * Returns the message of an error without sensitive content. Services often repeat parts of the
 * request in their messages.
 */
export function safeMessage(
  context: HandlerExecutionContext,
  input: object,
  { name, message }: Error,
): string {
  const { operationSchema, operationErrors } = context[SMITHY_CONTEXT_KEY] ?? {};
  if (!isOperationSchema(operationSchema) || !Array.isArray(operationErrors)) return message;
  const errors: readonly StaticErrorSchema[] = operationErrors;
  const schema = errors.find((error) => nameOf(error) === name);
  const members = schema ? membersOf(schema) : [];
  const [, target] = members.find(([member]) => member.toLowerCase() === "message") ?? [];
  if (target !== undefined && maskSensitive(target, message) !== message) return MASK;
  return scrub(message, maskedTexts(input, maskSensitive(inputOf(operationSchema), input)));
}

/** Returns the strings of a value that its masked copy lacks. */
function maskedTexts(value: unknown, masked: unknown): readonly string[] {
  if (value === masked) return [];
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  const copy = new Map(typeof masked === "object" && masked !== null ? Object.entries(masked) : []);
  return Object.entries(value).flatMap(([key, item]) => [
    // The keys of a map that is masked as a whole may be sensitive.
    ...(masked === MASK && !Array.isArray(value) ? [key] : []),
    ...maskedTexts(item, masked === MASK ? MASK : copy.get(key)),
  ]);
}
