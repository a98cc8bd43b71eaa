import type { StaticOperationSchema } from "@smithy/types";
import { isStructure, membersOf, outputOf, requiredCountOf, resolveSchema } from "@tinsmith/schema";
import { MalformedResponse } from "../malformed-message.js";
import { memberValue } from "../values/members.js";

/**
 * Verifies that the initial response of an event stream has its required members.
 * @throws MalformedResponse if one is missing
 */
export function requireInitialResponse(operation: StaticOperationSchema, value: object): void {
  const { schema } = resolveSchema(outputOf(operation));
  if (!isStructure(schema)) return;
  for (const [name, reference] of membersOf(schema).slice(0, requiredCountOf(schema))) {
    const { memberTraits } = resolveSchema(reference);
    if (memberTraits["clientOptional"] === 1 || "default" in memberTraits) continue;
    if ((memberValue(value, name) ?? undefined) !== undefined) continue;
    throw new MalformedResponse("A required member of the response is missing.", {
      pointer: `/${name}`,
      statusCode: 200,
    });
  }
}
