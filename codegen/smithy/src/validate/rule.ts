import type { DiagnosticPlace } from "../diagnostics/define-message.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, Shape } from "../model/model.js";
import { traitSpan } from "../model/trait-origins.js";
import type { ValuePath } from "../model/trait-origins.js";
import type { NeighborIndex } from "../select/neighbors.js";
import type { ServiceIndex } from "./service-index.js";

/** The input of every rule. Nothing in it changes during a validation. */
export interface ValidationContext {
  readonly model: Model;
  /**
   * The shapes to check, in the order of the model: all except unmodified shapes of the prelude and
   * the trait libraries, which a model cannot make invalid.
   */
  readonly subjects: readonly Shape[];
  readonly neighbors: NeighborIndex;
  readonly services: ServiceIndex;
}

/** One rule that valid models satisfy. */
export interface Rule {
  /** The event id, or the first part of the event ids, that the rule reports. */
  readonly name: string;
  readonly check: (context: ValidationContext) => Iterable<Diagnostic>;
}

/** The place of a diagnostic about a shape. */
export const at = (shape: Shape): DiagnosticPlace => ({ shapeId: shape.id, span: shape.span });

/** The place of a diagnostic about a trait of a shape, or about the part of its value at `path`. */
export const atTrait = (
  shape: Shape,
  { id }: { readonly id: string },
  ...path: ValuePath
): DiagnosticPlace => ({ shapeId: shape.id, span: traitSpan(shape, id, path) });
