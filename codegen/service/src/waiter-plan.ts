import type { JmespathExpression, ShapeId } from "@tinsmith/smithy";

/** What a waiter of `smithy.waiters#waitable` waits for, with the names that a client gives to it. */
export interface WaiterPlan {
  /** `TableExists` */
  readonly name: string;
  readonly names: WaiterNames;
  readonly documentation: string | undefined;
  readonly deprecated: boolean;
  /** In seconds. */
  readonly minDelay: number;
  /** In seconds. */
  readonly maxDelay: number;
  readonly acceptors: readonly AcceptorPlan[];
}

export interface WaiterNames {
  /** `wait-for-table-exists` */
  readonly file: string;
  /** `waitForTableExists`: gives the result, however it ends. */
  readonly waitFor: string;
  /** `waitUntilTableExists`: throws unless it ends well. */
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
      /** The name in `error.name`; waiters that name an error by its code of awsQuery get its name. */
      readonly errorType: string;
      /** The error's shape, where it is one of the operation. */
      readonly error: ShapeId | undefined;
    }
  | {
      readonly kind: "output" | "inputOutput";
      /** A JMESPath expression, as the model writes it. */
      readonly path: string;
      /** The same, parsed. */
      readonly expression: JmespathExpression;
      readonly expected: string;
      readonly comparator: PathComparator;
    };

export type PathComparator =
  | "stringEquals"
  | "booleanEquals"
  | "allStringEquals"
  | "anyStringEquals";
