import { ServiceException } from "@tinsmith/client-runtime/generated/v1";
import type {
  ExceptionClass,
  ServiceExceptionOptions,
} from "@tinsmith/client-runtime/generated/v1";
import type { StructureShape } from "@tinsmith/smithy";
import { propertyOf } from "./node-values.js";

/** The class of a service's errors that the model does not know, and that all others extend. */
export const baseException = (
  name: string,
): new (options: ServiceExceptionOptions) => ServiceException => {
  class DynamicServiceException extends ServiceException {}
  return named(DynamicServiceException, name);
};

/** The class of a modelled error. */
export const exceptionOf = (
  shape: StructureShape,
  name: string,
  Base: ReturnType<typeof baseException>,
): ExceptionClass => {
  const fault = shape.traits.get("smithy.api#error") === "server" ? "server" : "client";
  const retryable = shape.traits.get("smithy.api#retryable");
  class DynamicException extends Base {
    constructor({ message, $metadata, ...members }: ServiceExceptionOptions) {
      super({ message, $metadata, name, $fault: fault });
      for (const [member, value] of Object.entries(members)) {
        if (shape.members.has(member)) Object.assign(this, { [member]: value });
      }
      if (retryable !== undefined) {
        this.$retryable = propertyOf(retryable, "throttling") === true ? { throttling: true } : {};
      }
    }
  }
  return named(DynamicException, name);
};

/** Gives a class the name by which errors and stacks show it. */
export const named = <Class extends object>(target: Class, name: string): Class =>
  Object.defineProperty(target, "name", { value: name });
