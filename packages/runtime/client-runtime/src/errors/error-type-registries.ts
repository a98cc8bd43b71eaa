import { TypeRegistry } from "@smithy/core/schema";
import type { StaticErrorSchema } from "@smithy/types";
import { namespaceOf } from "@tinsmith/schema";
import type { ExceptionClass } from "./service-exception.js";

/** Finds the classes of errors by their schemas, as the protocols of the AWS SDK do. */
export interface ErrorTypeRegistry {
  /** The namespace of the schemas. */
  readonly namespace: string;
  /** The class of errors with this schema. */
  getErrorCtor(schema: StaticErrorSchema): ExceptionClass | undefined;
  /** The schema of the class that all errors of the service extend, where it is in this registry. */
  getBaseException(): StaticErrorSchema | undefined;
}

/** Makes a registry for each namespace, in the order in which they occur. */
export function errorTypeRegistriesOf(
  errors: readonly (readonly [schema: StaticErrorSchema, exception: ExceptionClass])[],
): ErrorTypeRegistry[] {
  const registries = new Map<string, TypeRegistry>();
  for (const [schema, exception] of errors) {
    const namespace = namespaceOf(schema);
    // Not the library's own list of registries: another client of the same service has its classes there.
    const registry = registries.get(namespace) ?? new TypeRegistry(namespace);
    registries.set(namespace, registry);
    registry.registerError(schema, exception);
  }
  return [...registries.values()];
}
