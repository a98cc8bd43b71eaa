import type { StaticOperationSchema } from "@smithy/types";
import { MalformedResponse } from "../malformed-message.js";
import { membersOf, memberValue } from "../schema/members.js";
import { resolveSchema, ShapeKind } from "../schema/resolve.js";

/**
 * Holds the initial response of a stream of events to its required members.
 * @throws MalformedResponse where one is missing
 */
export const requireInitialResponse = (
  [, , , , , output]: StaticOperationSchema,
  value: object,
): void => {
  const { schema } = resolveSchema(output);
  if (typeof schema === "number" || schema[0] !== ShapeKind.structure) return;
  for (const [name, reference] of membersOf(schema).slice(0, schema[6] ?? 0)) {
    const { memberTraits } = resolveSchema(reference);
    if (memberTraits["clientOptional"] === 1 || "default" in memberTraits) continue;
    if ((memberValue(value, name) ?? undefined) !== undefined) continue;
    throw new MalformedResponse("The response comes without a member that is required.", {
      pointer: `/${name}`,
      statusCode: 200,
    });
  }
};
