import * as v from "valibot";
import { errorProperty } from "@tinsmith/values";
import { checkArgument } from "../checks/check.js";
import { fullText, integerFrom, oneOf } from "../checks/expected.js";

/** The members of an error shape, except for name and fault, which every error has. */
export type ServiceErrorData<Shape> = Omit<Shape, "name" | "$fault">;

/** The details of an error other than its members. */
export interface ServiceErrorDetails {
  /** The error's name on the wire. */
  readonly name: string;
  readonly $fault: "client" | "server";
  readonly message?: string | undefined;
  /** The HTTP status. Default: that of the model, or of the fault (400, 500). */
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
 * An expected error of a service, and the base class of generated errors. To throw an error that is
 * not in the model, construct this class: `new ServiceError({ name: "DryRunOperation", $fault:
 * "client" })`.
 */
export class ServiceError extends Error {
  override readonly name: string;
  readonly $fault: "client" | "server";
  /**
   * The HTTP status, if it differs from the default of the fault. The name has a prefix, because
   * `statusCode` may be a member.
   */
  readonly $statusCode: number | undefined;

  /**
   * @param details - name, fault and status
   * @param data - the members of the shape; each becomes a property
   */
  constructor(details: ServiceErrorDetails, data: object = {}) {
    checkArgument(detailsSchema, details, "details of ServiceError");
    super(details.message ?? "");
    // A member may be named `__proto__`. An assignment would set the prototype.
    for (const [member, value] of Object.entries(data)) {
      Object.defineProperty(this, errorProperty(member), {
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
