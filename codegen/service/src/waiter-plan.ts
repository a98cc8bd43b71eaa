import type { JmespathExpression, ShapeId } from "@tinsmith/smithy";

/** A waiter of `smithy.waiters#waitable`, with its names in a client. */
export interface WaiterPlan {
  /** `TableExists` */
  readonly name: string;
  readonly names: WaiterNames;
  readonly documentation: string | undefined;
  readonly deprecated: boolean;
  /** The minimum delay in seconds. */
  readonly minDelay: number;
  /** The maximum delay in seconds. */
  readonly maxDelay: number;
  readonly acceptors: readonly AcceptorPlan[];
}

export interface WaiterNames {
  /** `wait-for-table-exists` */
  readonly file: string;
  /** `waitForTableExists`: returns the result, whether success or failure. */
  readonly waitFor: string;
  /** `waitUntilTableExists`: throws unless it succeeds. */
  readonly waitUntil: string;
}

export interface AcceptorPlan {
  readonly state: "success" | "failure" | "retry";
  readonly matcher: MatcherPlan;
}

export type MatcherPlan =
  | { readonly kind: "success"; readonly success: boolean }
  | {
      readonly kind: "errorType";
      /**
       * The value of `error.name`; for waiters that use an awsQuery code, the name of that error.
       */
      readonly errorType: string;
      /** The shape of the error, if it is one of the operation. */
      readonly error: ShapeId | undefined;
    }
  | {
      readonly kind: "output" | "inputOutput";
      /** A JMESPath expression, as written in the model. */
      readonly path: string;
      /** The parsed expression. */
      readonly expression: JmespathExpression;
      readonly expected: string;
      readonly comparator: PathComparator;
    };

export type PathComparator =
  | "stringEquals"
  | "booleanEquals"
  | "allStringEquals"
  | "anyStringEquals";
