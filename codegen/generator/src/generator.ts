import type { NodeValue, Severity, ShapeId, Traits } from "@tinsmith/smithy";
import type { GenericSchema, InferOutput } from "valibot";
import type { Recordings, ServicePlan } from "@tinsmith/service";
import type { Code } from "./code/code.js";

/** A file below the folder of generated files, with `/` in its path. */
export type GeneratedFile =
  /** A TypeScript module. The printer adds the header and the imports and formats it. */
  | { readonly path: string; readonly code: Code }
  /** Text; `.json`, `.md` and `.ts` files are formatted. */
  | { readonly path: string; readonly text: string }
  /** Bytes, written unchanged. */
  | { readonly path: string; readonly bytes: Uint8Array };

/**
 * A file next to the generated ones that is written only if it does not exist. It belongs to the
 * user: a starting point for hand-written behavior, or the entry of a command.
 */
export interface StarterFile {
  /** Relative to the root of the package, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A dependency of a generated package. */
export interface PackageDependency {
  readonly name: string;
  /**
   * Omitted for siblings and runtimes of this project, whose range depends on the workspace or the
   * release.
   */
  readonly range?: string;
}

/** The facts that a target defines about the package of its files. */
export interface PackageFacts {
  readonly description: string;
  readonly keywords?: readonly string[];
  /**
   * Entries by their key in `exports` (`.`, `./schemas`), each with the module below the generated
   * files that it re-exports (`index.js`, `schemas.js`). Each entry gets a file `src/<key>.ts`. A
   * package without entries and without a front page is private, because there is nothing to
   * import.
   */
  readonly entries: Readonly<Record<string, string>>;
  /**
   * The front page of a package that contains plain files instead of a library. Its build copies
   * the generated files to `dist`, and it has no entries.
   */
  readonly frontPage?: string;
  /**
   * Files of other packages that the build of a package with a front page adds to `dist`. The key
   * is the path in `dist`, and the value is the entry of the other package
   * (`@tinsmith/console/console.js`). The packages are development dependencies.
   */
  readonly copiedFiles?: Readonly<Record<string, string>>;
  readonly dependencies?: readonly PackageDependency[];
  /**
   * Commands by name with their built file: `{ "marketplace-metering-mock": "./dist/bin.js" }`.
   */
  readonly bin?: Readonly<Record<string, string>>;
  /** The platform of the built package; `neutral` excludes the modules of Node.js. */
  readonly platform?: "node" | "neutral";
  /** The README of a new package, in CommonMark. */
  readonly readme: string;
  readonly starterFiles?: readonly StarterFile[];
  /** Scripts of a new package besides `build` and `typecheck`. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Dependencies that a new package needs only for building and testing. */
  readonly devDependencies?: readonly PackageDependency[];
}

export interface GeneratedPackage {
  readonly files: readonly GeneratedFile[];
  /** Tests of the package in `test/generated`, which are not published. */
  readonly tests?: readonly GeneratedFile[];
  /** Files at the root of the output folder that the target owns and never removes. */
  readonly rootFiles?: readonly GeneratedFile[];
  /** Omitted by a target that only writes files into an existing folder. */
  readonly package?: PackageFacts;
  /** The folder of the files, relative to the target's output folder. Default: `src/generated`. */
  readonly folder?: string;
  /** Sentences about possible improvements of the input, shown as warnings. */
  readonly warnings?: readonly string[];
}

/** The settings of a target's recorded calls: their file, and how they are made. */
export interface RecordingSettings {
  /**
   * The file of recordings, relative to the configuration, which `tinsmith record` writes. Default:
   * each build records.
   */
  readonly file?: string | undefined;
  /** The endpoint that the calls are addressed to. */
  readonly endpoint: string;
  readonly region: string;
  /** The time of the calls, as ISO 8601. */
  readonly clock: string;
  /** The module of a mock server with its own rules. Default: a server made from the plan. */
  readonly server?: string | undefined;
}

/** An earlier version of the model, kept as a file. */
export interface KeptModel {
  readonly version: string;
  /** The day of its release: `2026-11-01`. */
  readonly date?: string | undefined;
  /** The JSON AST or IDL, a file or a folder, relative to the configuration. */
  readonly model: string;
}

/** The changes from one version of the model to the next, as `tinsmith diff` reports them. */
export interface ModelVersion {
  /** Omitted for the current model. */
  readonly version?: string;
  readonly date?: string;
  /** The version before; omitted for the first one. */
  readonly since?: string;
  readonly changes: readonly ModelChange[];
}

/** A difference between two versions of a model. */
export interface ModelChange {
  /** The id of the event: `RemovedShape`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly shapeId?: ShapeId;
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
  /** The npm name of the generated package. Default: the name of the target. */
  readonly packageName: string;
  /** The other targets that write packages, by target. */
  readonly siblings: ReadonlyMap<string, SiblingPackage>;
  /** The plugins of the configuration, as written. */
  readonly plugins: Readonly<Record<string, NodeValue>>;
  /** The texts of the files that the target reads, by path relative to the configuration. */
  readonly files?: ReadonlyMap<string, string>;
  /** The recorded calls of the service, for targets that state `recordings`. */
  readonly recordings?: Recordings;
  /** The versions of the model, the newest first, for targets that state `history`. */
  readonly history?: readonly ModelVersion[];
  /**
   * Returns the traits of a shape or a member; empty for an unknown id. Custom generators use it
   * for custom traits: `context.traitsOf(operation.id).get("example#owner")`. The plan interprets
   * the traits of Smithy and AWS, so the built-in targets read only the plan.
   */
  traitsOf(id: ShapeId): Traits;
  /**
   * Returns the JSON AST of the whole model as text, for files that contain the model.
   *
   * @param indent - the number of spaces per level; 0 for one line
   */
  modelJson(indent?: number): string;
}

export type OptionsSchema = GenericSchema<unknown, unknown>;

/** A target, which turns a plan into the files of a package. */
export interface Generator<Schema extends OptionsSchema = OptionsSchema> {
  readonly name: string;
  readonly options: Schema;
  /** The built-in targets whose packages the generated code imports. */
  readonly needs?: readonly string[];
  /**
   * Returns the files that the target reads besides the model, relative to the configuration. A
   * folder stands for the files below it. Missing files are left out.
   */
  reads?(options: InferOutput<Schema>): readonly string[];
  /** Returns the settings of recorded calls, for targets that show them. */
  recordings?(options: InferOutput<Schema>): RecordingSettings;
  /**
   * Returns the kept versions of the model, the oldest first, for targets that show changes between
   * versions. Their files must be among the files that `reads` returns.
   */
  history?(options: InferOutput<Schema>): readonly KeptModel[];
  /**
   * True for generators of clients and servers. A build skips them for services without a protocol.
   */
  readonly needsProtocol?: boolean;
  generate(
    plan: ServicePlan,
    context: GeneratorContext<InferOutput<Schema>>,
  ): GeneratedPackage | Promise<GeneratedPackage>;
}

/**
 * Defines a target. Its name is the key of `plugins` in `smithy-build.json`. Its options are the
 * remaining properties after `service`, `package` and `output`, validated by the schema. Use
 * `v.strictObject` so that misspelled options are reported.
 *
 * `generate` must depend only on its arguments: the same plan and options give the same files.
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
