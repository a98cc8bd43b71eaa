import { ApiException, ServiceException } from "@tinsmith/client-runtime/generated/v1";
import type {
  ExceptionClass,
  ServiceExceptionOptions,
} from "@tinsmith/client-runtime/generated/v1";
import type { ClientPlan, StructurePlan } from "@tinsmith/service";
import type { ShapeId } from "@tinsmith/smithy";

/** The error classes of a service. */
export interface Exceptions {
  /** The base class. It is also the class of errors that are not in the model. */
  readonly base: new (options: ServiceExceptionOptions) => ServiceException;
  readonly byShape: ReadonlyMap<ShapeId, ExceptionClass>;
  readonly byName: Readonly<Record<string, ExceptionClass>>;
}

/** Creates a class for each error of a service, and their base class. */
export function defineExceptions({ names, errors, isAws }: ClientPlan): Exceptions {
  const Base = isAws ? ServiceException : ApiException;
  class DynamicServiceException extends Base {}
  const base = named(DynamicServiceException, names.exception);
  const classes = errors.map((error) => [error, exceptionOf(error, base)] as const);
  return {
    base,
    byShape: new Map(classes.map(([{ id }, exception]) => [id, exception])),
    byName: Object.fromEntries(classes.map(([{ name }, exception]) => [name, exception])),
  };
}

function exceptionOf(
  { name, typeName, members, error }: StructurePlan,
  Base: Exceptions["base"],
): ExceptionClass {
  const fault = error?.fault ?? "client";
  const retryable = error?.retryable;
  const properties = new Set(members.map(({ property }) => property));
  class DynamicException extends Base {
    constructor({ message, $metadata, ...data }: ServiceExceptionOptions) {
      super({ message, $metadata, name, $fault: fault });
      for (const [property, value] of Object.entries(data)) {
        if (properties.has(property) && value !== undefined) {
          Object.assign(this, { [property]: value });
        }
      }
      if (retryable !== undefined) this.$retryable = retryable.throttling ? retryable : {};
    }
  }
  return named(DynamicException, typeName);
}

/** Sets the name of a class. Error messages and stack traces show it. */
export function named<Class extends object>(target: Class, name: string): Class {
  return Object.defineProperty(target, "name", { value: name });
}
