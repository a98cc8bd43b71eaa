import type { Severity } from "../../diagnostics/diagnostic.js";
import type { NodeValue, Shape } from "../../model/model.js";
import type { Span } from "../../source/source-file.js";
import type { ValidationContext } from "../rule.js";

/**
 * A finding of a linter; its definition in the model gives it an event id and may replace its
 * message.
 */
export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  /** Absent if the finding is about the model as a whole. */
  readonly shape?: Shape | undefined;
  /** A more exact place than the shape. */
  readonly span?: Span | undefined;
  /** The suffix of the event id: `Shape.master`. */
  readonly suffix?: string | undefined;
}

export type Configuration = { readonly [key: string]: NodeValue };

/** A validator that a model enables by name in its metadata. */
export interface Linter {
  readonly name: string;
  /** @throws ConfigurationError if the configuration is invalid */
  readonly create: (
    configuration: Configuration,
  ) => (context: ValidationContext) => Iterable<Finding>;
}

/** The error of a configuration that a linter cannot use. */
export class ConfigurationError extends Error {
  /** The keys that lead from the definition of the linter to the faulty value. */
  readonly path: readonly string[];

  constructor(message: string, path: readonly string[] = []) {
    super(message);
    this.path = path;
  }
}

/** Returns whether a shape is not part of the prelude. */
export const isOwnShape = (shape: Shape): boolean => !shape.id.startsWith("smithy.api#");
