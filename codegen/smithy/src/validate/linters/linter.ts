import type { Severity } from "../../diagnostics/diagnostic.js";
import type { NodeValue, Shape } from "../../model/model.js";
import type { Span } from "../../source/source-file.js";
import type { ValidationContext } from "../rule.js";

/** What a linter finds; its definition in the model gives it an event id and may reword it. */
export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  /** Absent for what is about the model as a whole. */
  readonly shape?: Shape | undefined;
  /** A better place than the shape. */
  readonly span?: Span | undefined;
  /** What goes behind the event id: `Shape.master`. */
  readonly suffix?: string | undefined;
}

export type Configuration = { readonly [key: string]: NodeValue };

/** A validator that a model switches on in its metadata, under a name. */
export interface Linter {
  readonly name: string;
  /** @throws ConfigurationError where the configuration makes no sense. */
  readonly create: (
    configuration: Configuration,
  ) => (context: ValidationContext) => Iterable<Finding>;
}

/** A configuration that a linter cannot work with. */
export class ConfigurationError extends Error {}

/** Shapes that people write: those of the prelude are nobody's business. */
export const isOwnShape = (shape: Shape): boolean => !shape.id.startsWith("smithy.api#");
