import type { DiagnosticPlace } from "../diagnostics/define-message.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, Shape } from "../model/model.js";
import type { NeighborIndex } from "../select/neighbors.js";
import type { ServiceIndex } from "./service-index.js";

/** What every rule looks at. Nothing in it changes while a model is validated. */
export interface ValidationContext {
  readonly model: Model;
  /**
   * The shapes to judge, in the order of the model: all but those of the prelude and the trait
   * libraries that are as they are shipped, which nothing in a model can make wrong.
   */
  readonly subjects: readonly Shape[];
  readonly neighbors: NeighborIndex;
  readonly services: ServiceIndex;
}

/** One thing that is true of a valid model. */
export interface Rule {
  /** The event id, or the first part of the event ids, that the rule reports. */
  readonly name: string;
  readonly check: (context: ValidationContext) => Iterable<Diagnostic>;
}

/** The place of a diagnostic about a shape. */
export const at = (shape: Shape): DiagnosticPlace => ({ shapeId: shape.id, span: shape.span });
