import type { ServicePlan } from "@tinsmith/service";
import { code, declare, raw, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { exceptionClass } from "./local-symbols.js";
import { runtime, runtimeType, smithyType } from "./runtime-symbols.js";

export const errorTypeRegistriesModule = "./error-type-registries.js";

/** Returns the names that the module exports. */
export function errorTypeRegistryNames(plan: ServicePlan): readonly string[] {
  return ["errorTypeRegistries", baseSchema(plan)];
}

/**
 * Emits tables of the error classes for protocols of the AWS SDK. The generated clients do not use
 * them, because each command carries the errors of its operation.
 */
export function emitErrorTypeRegistries(plan: ServicePlan, typesPackage: string): Code {
  const { exception } = plan.names;
  const namespace = `smithy.ts.sdk.synthetic.${plan.id.slice(0, plan.id.indexOf("#"))}`;
  const entries = plan.errors.flatMap(({ schemaName, typeName }) => {
    if (schemaName === undefined) return [];
    const schema = symbol(schemaName, `${typesPackage}/schemas`);
    return code`[${schema}, ${exceptionClass(typeName)}],`;
  });
  return code`
    ${doc(undefined, { notes: [`The schema of {@link ${exception}}, which is not part of the model.`] })}
    export const ${declare(baseSchema(plan))}: ${smithyType("StaticErrorSchema")} =
      [-3, ${literal(namespace)}, ${literal(exception)}, 0, [], []];

    ${doc(undefined, { notes: ["Error classes by schema, for the constructors of AWS SDK protocols."] })}
    export const ${declare("errorTypeRegistries")}: ${runtimeType("ErrorTypeRegistry")}[] =
      ${raw("/* @__PURE__ */")} ${runtime("errorTypeRegistriesOf")}([
        [${baseSchema(plan)}, ${exceptionClass(exception)}],
        ${entries}
      ]);
  `;
}

function baseSchema(plan: ServicePlan): string {
  return `${plan.names.exception}$`;
}
