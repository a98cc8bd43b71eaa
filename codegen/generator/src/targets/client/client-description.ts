import type { ServicePlan } from "@tinsmith/service";
import { code, join } from "../../code/code.js";
import type { Code, CodeSymbol, Hole } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";

/** Emits the authentication of operations that differs from that of the service. */
export function emitOperationAuth(plan: ServicePlan): Code | undefined {
  const entries = plan.operations.flatMap(({ name, clientAuth }) =>
    clientAuth === undefined ? [] : code`${propertyKey(name)}: ${literal(clientAuth)},`,
  );
  return entries.length > 0 ? code`operationAuth: {\n${entries}\n},` : undefined;
}

/** Emits a property with a list, unless the list is empty. */
export function listOf(name: string, items: readonly Hole[]): Code | undefined {
  return items.length > 0 ? code`${name}: [${join(items, ", ")}],` : undefined;
}

/** Returns the types of options without duplicates, because schemes may share them. */
export function distinct(types: readonly (CodeSymbol | undefined)[]): readonly CodeSymbol[] {
  const byName = new Map(types.flatMap((type) => (type ? [[type.name, type] as const] : [])));
  return [...byName.values()];
}
