import { TypeRegistry } from "@smithy/core/schema";
import type { StaticErrorSchema } from "@smithy/types";
import { namespaceOf } from "@tinsmith/schema";
import type { ExceptionClass } from "./service-exception.js";

/** Maps error schemas to classes, for the protocols of the AWS SDK. */
export interface ErrorTypeRegistry {
  /** The namespace of the schemas. */
  readonly namespace: string;
  /** Returns the class of errors with this schema. */
  getErrorCtor(schema: StaticErrorSchema): ExceptionClass | undefined;
  /** Returns the schema of the service's base exception, if it is in this registry. */
  getBaseException(): StaticErrorSchema | undefined;
}

/** Creates a registry for each namespace, in the order of first occurrence. */
export function errorTypeRegistriesOf(
  errors: readonly (readonly [schema: StaticErrorSchema, exception: ExceptionClass])[],
): ErrorTypeRegistry[] {
  const registries = new Map<string, TypeRegistry>();
  for (const [schema, exception] of errors) {
    const namespace = namespaceOf(schema);
    // The global registries are not used, because another client of the same service registers its
    // classes there.
    const registry = registries.get(namespace) ?? new TypeRegistry(namespace);
    registries.set(namespace, registry);
    registry.registerError(schema, exception);
  }
  return [...registries.values()];
}
