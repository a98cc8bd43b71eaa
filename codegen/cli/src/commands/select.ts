import { resolve } from "node:path";
import { haveFailed, loadModel, parseSelector, placeOf } from "@tinsmith/smithy";
import type { NodeValue, SelectorMatch, Shape, Span } from "@tinsmith/smithy";

import { exitCodes } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { readPaths, reportEvents } from "../load-paths.js";
import type { LoadingOptions } from "../load-paths.js";
import type { ShownData } from "../select-data.js";
import type { Terminal } from "../terminal.js";

export interface SelectOptions extends LoadingOptions {
  readonly selector: string;
  /** Prints one array of strings instead of lines. */
  readonly json?: boolean;
  /** Prints an object for each match, with this data. */
  readonly show?: readonly ShownData[];
  /** Prints an object for each match, with the values of these traits. */
  readonly showTraits?: readonly string[];
}

/**
 * Prints the sorted ids of the shapes that match a selector, including those of the prelude. The
 * model need not be valid, but must load.
 *
 * @throws SelectorSyntaxError if the selector is invalid
 */
export async function select(
  paths: readonly string[],
  options: SelectOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const selector = parseSelector(options.selector);
  const sources = await readPaths(paths, terminal);
  const { allowUnknownTraits = false } = options;
  const { model, diagnostics } = loadModel(sources, { allowUnknownTraits });
  if (model === undefined || haveFailed(diagnostics)) {
    reportEvents(diagnostics, terminal);
    return exitCodes.failed;
  }
  const print = (value: unknown) => terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
  if (options.show !== undefined || options.showTraits !== undefined) {
    const files = new Set(sources.map(({ path }) => path));
    const place = (span: Span | undefined) =>
      span !== undefined && files.has(span.file.path)
        ? resolve(terminal.cwd, placeOf(span))
        : undefined;
    print(selector.matches(model).map((match) => describeMatch(match, options, place)));
    return exitCodes.ok;
  }
  const ids = sortedIds(selector.select(model));
  if (options.json === true) print(ids);
  else terminal.out(ids.map((id) => `${id}\n`).join(""));
  return exitCodes.ok;
}

const sortedIds = (shapes: Iterable<Shape>): readonly string[] =>
  [...shapes].map(({ id }) => id).sort();

/** Returns a match in the form of the reference implementation. */
function describeMatch(
  { shape, variables }: SelectorMatch,
  { show = [], showTraits }: SelectOptions,
  placeIn: (span: Span | undefined) => string | undefined,
): Readonly<Record<string, unknown>> {
  const { id, type } = shape;
  // Shapes of the prelude and of the trait libraries do not come from a file of the user.
  const file = show.includes("file") ? placeIn(shape.span) : undefined;
  const vars = [...variables].map(([name, shapes]) => [name, sortedIds(shapes)] as const);
  return {
    shape: id,
    ...(show.includes("type") && { type }),
    ...(file !== undefined && { file }),
    ...(show.includes("vars") && vars.length > 0 && { vars: Object.fromEntries(vars) }),
    ...(showTraits !== undefined && { traits: traitsOf(shape, showTraits) }),
  };
}

function traitsOf(shape: Shape, ids: readonly string[]): Readonly<Record<string, NodeValue>> {
  const absolute = ids.map((id) => (id.includes("#") ? id : `smithy.api#${id}`));
  const found = absolute.sort().flatMap((id) => {
    const value = shape.traits.get(id);
    return value === undefined ? [] : [[id, value] as const];
  });
  return Object.fromEntries(found);
}
