import { closest } from "../diagnostics/closest.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, NodeValue } from "../model/model.js";
import { validateModel } from "../validate/validate-model.js";
import type { TransformContext, TransformDefinition, TransformStep } from "./define-transform.js";
import { TransformArguments } from "./transform-arguments.js";
import { transformDefinitions } from "./transforms.js";

/** One transform as `smithy-build.json` has it. */
export interface Transform {
  readonly name: string;
  readonly args?: NodeValue | undefined;
}

/** What transforms may refer to. */
export interface TransformOptions {
  /** The transforms of projections by name, for `apply`. */
  readonly projections?: ReadonlyMap<string, readonly Transform[]>;
  /** The name of the projection that the transforms are of, which `apply` must not come back to. */
  readonly projection?: string;
}

/** What is wrong with a transform, and where. */
export interface TransformProblem {
  /** A sentence that names the transform and the argument. */
  readonly message: string;
  /** The projection that the transform is written in, where `apply` brought it. */
  readonly projection?: string | undefined;
  /** From the list of transforms to what is wrong: `[0, "args", "tags", 1]`. */
  readonly path: readonly (string | number)[];
}

/** What `transformModel` gives: the model, and what is wrong with the transforms. */
export interface TransformResult {
  /** The model that was given where there are problems. */
  readonly model: Model;
  readonly problems: readonly TransformProblem[];
}

/**
 * Transforms a model, step by step in the order given
 * (https://smithy.io/2.0/guides/smithy-build-json.html#transforms). What comes with the language,
 * the prelude and the trait libraries, always stays.
 *
 * Pure. Throws for no argument: names and arguments are all checked before the first transform
 * runs, and one that does not fit the model ends the run.
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

/** Makes steps of transforms; `chain` leads through `apply` to the projection that they are of. */
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
      const hint = near === undefined ? "" : `; did you mean ${near}?`;
      const message = `There is no transform ${JSON.stringify(name)}${hint}`;
      problems.push({ message, ...place, path: [index, "name"] });
      return [];
    }
    const read = new TransformArguments(args, report);
    const step = definition.prepare(read);
    read.finish();
    return [{ step, report }];
  });
}

/** `apply`: the transforms of other projections, in the order given. */
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
      args.report(`there is no projection ${JSON.stringify(name)}`, "projections", index);
      return [];
    }
    if (chain.includes(name)) {
      const cycle = [...chain, name].join(", ");
      args.report(
        `projections cannot apply each other in a circle: ${cycle}`,
        "projections",
        index,
      );
      return [];
    }
    return prepare(transforms, [...chain, name], options, problems);
  });
}
