import { ServiceException } from "@tinsmith/client-runtime/generated/v1";
import type {
  ExceptionClass,
  ServiceExceptionOptions,
} from "@tinsmith/client-runtime/generated/v1";
import type { ClientPlan, StructurePlan } from "@tinsmith/service";
import type { ShapeId } from "@tinsmith/smithy";

/** The classes of a service's errors. */
export interface Exceptions {
  /** The class that all others extend, and of errors that the model does not have. */
  readonly base: new (options: ServiceExceptionOptions) => ServiceException;
  readonly byShape: ReadonlyMap<ShapeId, ExceptionClass>;
  readonly byName: Readonly<Record<string, ExceptionClass>>;
}

/** Makes a class for each error of a service, and their common base. */
export function defineExceptions({ names, errors }: ClientPlan): Exceptions {
  class DynamicServiceException extends ServiceException {}
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
  const memberNames = new Set(members.map((member) => member.name));
  class DynamicException extends Base {
    constructor({ message, $metadata, ...data }: ServiceExceptionOptions) {
      super({ message, $metadata, name, $fault: fault });
      for (const [member, value] of Object.entries(data)) {
        if (memberNames.has(member)) Object.assign(this, { [member]: value });
      }
      if (retryable !== undefined) this.$retryable = retryable.throttling ? retryable : {};
    }
  }
  return named(DynamicException, typeName);
}

/** Gives a class the name by which errors and stacks show it. */
export function named<Class extends object>(target: Class, name: string): Class {
  return Object.defineProperty(target, "name", { value: name });
}
