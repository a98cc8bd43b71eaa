import { closest } from "../diagnostics/closest.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, NodeValue } from "../model/model.js";
import { validateModel } from "../validate/validate-model.js";
import type { TransformContext, TransformDefinition, TransformStep } from "./define-transform.js";
import { TransformArguments } from "./transform-arguments.js";
import { transformDefinitions } from "./transforms.js";

/** One transform as written in `smithy-build.json`. */
export interface Transform {
  readonly name: string;
  readonly args?: NodeValue | undefined;
}

/** Definitions that transforms may refer to. */
export interface TransformOptions {
  /** The transforms of projections by name, for `apply`. */
  readonly projections?: ReadonlyMap<string, readonly Transform[]>;
  /** The name of the projection that the transforms belong to. `apply` must not lead back to it. */
  readonly projection?: string;
}

/** A fault in a transform, and its place. */
export interface TransformProblem {
  /** A sentence that names the transform and the argument. */
  readonly message: string;
  /** The projection that contains the transform, if it was included by `apply`. */
  readonly projection?: string | undefined;
  /** The path from the list of transforms to the fault: `[0, "args", "tags", 1]`. */
  readonly path: readonly (string | number)[];
}

/** The result of `transformModel`: the model, and the faults in the transforms. */
export interface TransformResult {
  /** The input model if there are problems. */
  readonly model: Model;
  readonly problems: readonly TransformProblem[];
}

/**
 * Transforms a model, step by step in the given order
 * (https://smithy.io/2.0/guides/smithy-build-json.html#transforms). The prelude and the trait
 * libraries, which come with the language, always stay.
 *
 * Pure. Never throws because of an argument: names and arguments are all checked before the first
 * transform runs, and the run ends at an argument that does not fit the model.
 */
export function transformModel(
  model: Model,
  transforms: readonly Transform[],
  options: TransformOptions = {},
): TransformResult {
  const problems: TransformProblem[] = [];
  const chain = options.projection === undefined ? [] : [options.projection];
  const steps = prepare(transforms, chain, options, problems);
  if (problems.length > 0) return { model, problems };
  let events: readonly Diagnostic[] | undefined;
  let result = model;
  for (const { step, report } of steps) {
    const context: TransformContext = {
      original: model,
      originalEvents: () => (events ??= validateModel(model)),
      report,
    };
    result = step(result, context);
    if (problems.length > 0) return { model, problems };
  }
  return { model: result, problems };
}

/** The names of all transforms, sorted. */
export const transformNames: readonly string[] = [
  "apply",
  ...transformDefinitions.map(({ name }) => name),
].sort();

interface Prepared {
  readonly step: TransformStep;
  readonly report: TransformContext["report"];
}

const byName: ReadonlyMap<string, TransformDefinition> = new Map(
  transformDefinitions.map((definition) => [definition.name, definition]),
);

/**
 * Prepares the steps of transforms. `chain` has the names of the projections that `apply` led
 * through; the transforms belong to the last one.
 */
function prepare(
  transforms: readonly Transform[],
  chain: readonly string[],
  options: TransformOptions,
  problems: TransformProblem[],
): readonly Prepared[] {
  const projection = chain.at(-1);
  const place = projection === options.projection ? {} : { projection };
  return transforms.flatMap(({ name, args }, index): readonly Prepared[] => {
    const report: Prepared["report"] = (message, path) => {
      const subject = path.length === 0 ? name : `${name}: ${path.map(String).join(".")}`;
      const problem = { message: `${subject}: ${message}`, ...place };
      problems.push({ ...problem, path: [index, "args", ...path] });
    };
    if (name === "apply") {
      return applied(new TransformArguments(args, report), chain, options, problems);
    }
    const definition = byName.get(name);
    if (definition === undefined) {
      const near = closest(name, transformNames);
      const hint = near === undefined ? "" : ` Did you mean ${near}?`;
      const message = `Unknown transform ${JSON.stringify(name)}.${hint}`;
      problems.push({ message, ...place, path: [index, "name"] });
      return [];
    }
    const read = new TransformArguments(args, report);
    const step = definition.prepare(read);
    read.finish();
    return [{ step, report }];
  });
}

/** `apply`: runs the transforms of other projections, in the given order. */
function applied(
  args: TransformArguments,
  chain: readonly string[],
  options: TransformOptions,
  problems: TransformProblem[],
): readonly Prepared[] {
  const names = args.strings("projections");
  args.finish();
  return names.flatMap((name, index) => {
    const transforms = options.projections?.get(name);
    if (transforms === undefined) {
      args.report(`unknown projection ${JSON.stringify(name)}`, "projections", index);
      return [];
    }
    if (chain.includes(name)) {
      const cycle = [...chain, name].join(", ");
      args.report(`projections cannot apply each other in a cycle: ${cycle}`, "projections", index);
      return [];
    }
    return prepare(transforms, [...chain, name], options, problems);
  });
}
