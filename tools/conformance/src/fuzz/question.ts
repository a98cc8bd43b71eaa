import type { AstNode, SourceText } from "@tinsmith/smithy";

/** A question about one model, for both implementations. */
export interface Question {
  readonly name: string;
  readonly files: readonly SourceText[];
  readonly selectors: readonly string[];
}

/** A validation event with its location. */
export interface PlacedEvent {
  readonly severity: string;
  readonly id: string;
  readonly shape?: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The stated reason of a suppression. */
  readonly reason?: string;
}

/** A part of an answer that could not be determined. */
export interface Failure {
  readonly failure: string;
}

/** The answer of an implementation to a question. */
export interface Answer {
  /** The reason why all other parts are missing: the implementation crashed. */
  readonly failure?: string;
  readonly broken?: boolean;
  readonly events?: readonly PlacedEvent[];
  readonly ast?: AstNode | Failure;
  readonly idl?: Readonly<Record<string, string>> | Failure;
  /** The ids that each selector selects. */
  readonly selected?: readonly (readonly string[] | Failure)[];
  /** The formatted text of each IDL file. */
  readonly formatted?: Readonly<Record<string, string | Failure>>;
}

/** Returns true for a part of an answer that could not be determined. */
export function isFailure(part: unknown): part is Failure {
  return typeof part === "object" && part !== null && Object.hasOwn(part, "failure");
}
