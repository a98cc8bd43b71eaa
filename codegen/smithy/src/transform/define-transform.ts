import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import type { ReportArgument, TransformArguments } from "./transform-arguments.js";

/** The context of a transform, besides the model. */
export interface TransformContext {
  /** The model before the first transform. */
  readonly original: Model;
  /** The validation events of the original model, computed on first use. */
  readonly originalEvents: () => readonly Diagnostic[];
  /** Reports that an argument does not fit the model; the transform then returns its input. */
  readonly report: ReportArgument;
}

/** A step that transforms a model. */
export type TransformStep = (model: Model, context: TransformContext) => Model;

/** A kind of transform: its name in `smithy-build.json`, and how it is prepared from arguments. */
export interface TransformDefinition {
  readonly name: string;
  /**
   * Reads the arguments, without a model, so that all mistakes are found before the first transform
   * runs.
   */
  readonly prepare: (args: TransformArguments) => TransformStep;
}

export const defineTransform = (definition: TransformDefinition): TransformDefinition => definition;
