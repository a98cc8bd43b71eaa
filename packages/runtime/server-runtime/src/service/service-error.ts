import * as v from "valibot";
import { checkArgument } from "../checks/check.js";
import { fullText, integerFrom, oneOf } from "../checks/expected.js";

/** The data of an error shape: its members, without the name and fault that every one has. */
export type ServiceErrorData<Shape> = Omit<Shape, "name" | "$fault">;

/** What an error has beside its members. */
export interface ServiceErrorDetails {
  /** The error's name on the wire. */
  readonly name: string;
  readonly $fault: "client" | "server";
  readonly message?: string | undefined;
  /** The HTTP status, where the fault's own (400, 500) or the model's is not wanted. */
  readonly statusCode?: number | undefined;
}

const detailsSchema = v.looseObject(
  {
    name: fullText,
    $fault: oneOf(["client", "server"]),
    statusCode: v.optional(integerFrom(100, 599)),
  },
  "Expected an object with name and $fault.",
);

/**
 * An error that a service answers on purpose: the base of the generated error classes. One that no
 * model knows is thrown as it is: `new ServiceError({ name: "DryRunOperation", $fault: "client" })`.
 */
export class ServiceError extends Error {
  override readonly name: string;
  readonly $fault: "client" | "server";
  /** The HTTP status, where it is not the fault's own. Named so that an error's member may be called `statusCode`. */
  readonly $statusCode: number | undefined;

  /**
   * @param details - what the error is
   * @param data - the members of its shape; each becomes a property
   */
  constructor(details: ServiceErrorDetails, data: object = {}) {
    checkArgument(detailsSchema, details, "details of ServiceError");
    super(details.message ?? "");
    // A member may be called `__proto__`, which an assignment would take for something else.
    for (const [name, value] of Object.entries(data)) {
      Object.defineProperty(this, name, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    this.name = details.name;
    this.$fault = details.$fault;
    this.$statusCode = details.statusCode;
  }
}
