import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import type { ReportArgument, TransformArguments } from "./transform-arguments.js";

/** What a transform may ask for beside the model. */
export interface TransformContext {
  /** The model before the first transform. */
  readonly original: Model;
  /** What validation says of the original model; worked out on first use. */
  readonly originalEvents: () => readonly Diagnostic[];
  /** Says that an argument does not fit the model; the transform then returns what it was given. */
  readonly report: ReportArgument;
}

/** One step from a model to the next. */
export type TransformStep = (model: Model, context: TransformContext) => Model;

/** A kind of transform: its name in `smithy-build.json`, and what it makes of its arguments. */
export interface TransformDefinition {
  readonly name: string;
  /** Reads the arguments, without a model, so that all mistakes are found before anything runs. */
  readonly prepare: (args: TransformArguments) => TransformStep;
}

export const defineTransform = (definition: TransformDefinition): TransformDefinition => definition;
