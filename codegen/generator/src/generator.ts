import type { NodeValue, ShapeId, Traits } from "@tinsmith/smithy";
import type { GenericSchema, InferOutput } from "valibot";
import type { ServicePlan } from "@tinsmith/service";
import type { Code } from "./code/code.js";

/** A file below the folder of generated files, with `/` in its path. */
export type GeneratedFile =
  /** A TypeScript module: header, imports and format are print's. */
  | { readonly path: string; readonly code: Code }
  /** Text as it is to be; `.json`, `.md` and `.ts` are formatted. */
  | { readonly path: string; readonly text: string }
  /** Anything else. */
  | { readonly path: string; readonly bytes: Uint8Array };

/**
 * A file next to the generated ones that is written once, if it does not exist, and belongs to the
 * user from then on: a start for hand-written behavior, or the entry of a command.
 */
export interface StarterFile {
  /** From the root of the package, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A dependency of a generated package. */
export interface PackageDependency {
  readonly name: string;
  /**
   * Omitted for siblings and runtimes of this project, whose range follows from the workspace or
   * the release.
   */
  readonly range?: string;
}

/** The facts that a target defines about the package of its files. */
export interface PackageFacts {
  readonly description: string;
  readonly keywords?: readonly string[];
  /**
   * Entries by their key in `exports` (`.`, `./schemas`), with the module below the generated
   * files that each re-exports (`index.js`, `schemas.js`). Each gets a file `src/<key>.ts`.
   * Without any, and without a front page, the package is private: there is nothing to import.
   */
  readonly entries: Readonly<Record<string, string>>;
  /**
   * The front page of a package of plain files, which is no library: its build copies the generated
   * files to `dist`, and it has no entries.
   */
  readonly frontPage?: string;
  readonly dependencies?: readonly PackageDependency[];
  /** Commands by name, with the built file: `{ "marketplace-metering-mock": "./dist/bin.js" }`. */
  readonly bin?: Readonly<Record<string, string>>;
  /** Where the built package runs; `neutral` keeps Node's own modules out. */
  readonly platform?: "node" | "neutral";
  /** The README of a new package, in CommonMark. */
  readonly readme: string;
  readonly starterFiles?: readonly StarterFile[];
  /** Scripts of a new package besides `build` and `typecheck`. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Dependencies that only building and testing a new package need. */
  readonly devDependencies?: readonly PackageDependency[];
}

export interface GeneratedPackage {
  readonly files: readonly GeneratedFile[];
  /** Tests of the package itself, below `test/generated`: no part of what is published. */
  readonly tests?: readonly GeneratedFile[];
  /** Files in the output folder itself that the target owns and never removes. */
  readonly rootFiles?: readonly GeneratedFile[];
  /** Left out by a target that only writes files into an existing folder. */
  readonly package?: PackageFacts;
  /** Where the files go, from the target's output folder; `src/generated` unless said otherwise. */
  readonly folder?: string;
}

/** Another target of the same run. */
export interface SiblingPackage {
  /** The name of the target: `types`. */
  readonly target: string;
  /** The npm name of its package: `@marketplace-metering/types`. */
  readonly packageName: string;
}

export interface GeneratorContext<Options> {
  readonly options: Options;
  /**
   * The npm name of the package that is generated; the name of the target where none is configured.
   */
  readonly packageName: string;
  /** The other targets which write packages, by target. */
  readonly siblings: ReadonlyMap<string, SiblingPackage>;
  /** The plugins of the configuration, as written. */
  readonly plugins: Readonly<Record<string, NodeValue>>;
  /**
   * Returns the traits of a shape or a member, empty for an unknown id. This is for generators of
   * yours with traits of yours: `context.traitsOf(operation.id).get("example#owner")`. Traits of
   * Smithy and AWS are interpreted by the plan, and the built-in targets read nothing but the plan.
   */
  traitsOf(id: ShapeId): Traits;
  /**
   * Returns the JSON AST of the whole model as text, for files that hand the model on.
   *
   * @param indent - blanks for each level; 0 for one line
   */
  modelJson(indent?: number): string;
}

export type OptionsSchema = GenericSchema<unknown, unknown>;

/** A target: turns a plan into the files of a package. */
export interface Generator<Schema extends OptionsSchema = OptionsSchema> {
  readonly name: string;
  readonly options: Schema;
  /** The built-in targets whose packages its code imports. */
  readonly needs?: readonly string[];
  /** Set by generators of clients and servers: a build skips them for services without a protocol. */
  readonly needsProtocol?: boolean;
  generate(
    plan: ServicePlan,
    context: GeneratorContext<InferOutput<Schema>>,
  ): GeneratedPackage | Promise<GeneratedPackage>;
}

/**
 * Defines a target. Its name is the key of `plugins` in `smithy-build.json`; its options are what
 * is left there after `service`, `package` and `output`, checked by the schema. Use
 * `v.strictObject` so that a misspelled option is named.
 *
 * `generate` must be a function of its arguments alone: the same plan and options give the same
 * files.
 *
 * @example
 * export default defineGenerator({
 *   name: "names",
 *   options: v.strictObject({}),
 *   generate: (plan) => ({
 *     files: [{ path: "names.ts", code: code`export const service = ${literal(plan.name)};` }],
 *   }),
 * });
 */
export function defineGenerator<const Schema extends OptionsSchema>(
  generator: Generator<Schema>,
): Generator<Schema> {
  return generator;
}
