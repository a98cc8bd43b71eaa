import { compareText } from "@tinsmith/smithy";
import * as v from "valibot";
import { noOwnedFields, pathProblem } from "./output-tree.js";
import type { OwnedFields } from "./output-tree.js";

/** The name of the manifest in the folder of generated files. */
export const manifestName = "manifest.json";

/** The files of an earlier run, the only ones that a later run may remove. */
export interface Manifest {
  /** Relative to the manifest's folder, sorted. */
  readonly files: readonly string[];
  /** Relative to the folder of generated tests, sorted. */
  readonly tests: readonly string[];
  readonly owned: OwnedFields;
  /** The files that are written only once, relative to the output folder. */
  readonly scaffolded: readonly string[];
}

const manifestSchema = v.object({
  files: v.array(v.string()),
  tests: v.optional(v.array(v.string()), []),
  owned: v.optional(
    v.object({
      exports: v.array(v.string()),
      dependencies: v.array(v.string()),
      bin: v.array(v.string()),
    }),
    { exports: [], dependencies: [], bin: [] },
  ),
  scaffolded: v.optional(v.array(v.string()), []),
});

/**
 * Reads a manifest. Invalid text, and paths that would leave its folder, are ignored: a manifest
 * can only make files removable.
 */
export function readManifest(text: string | undefined): Manifest {
  const result = v.safeParse(manifestSchema, parseJson(text));
  if (!result.success) return { files: [], tests: [], owned: noOwnedFields, scaffolded: [] };
  const { files, tests, owned, scaffolded } = result.output;
  const isNormal = (path: string) => pathProblem(path) === undefined;
  return { files: files.filter(isNormal), tests: tests.filter(isNormal), owned, scaffolded };
}

export function writeManifest(manifest: Manifest): string {
  const { files, tests, owned, scaffolded } = manifest;
  const sorted = (list: readonly string[]) => [...list].sort(compareText);
  const value = {
    about: "Written by tinsmith: the files of this folder that it may overwrite or remove.",
    files: sorted(files),
    ...(tests.length > 0 && { tests: sorted(tests) }),
    owned: {
      exports: sorted(owned.exports),
      dependencies: sorted(owned.dependencies),
      bin: sorted(owned.bin),
    },
    ...(scaffolded.length > 0 && { scaffolded: sorted(scaffolded) }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
