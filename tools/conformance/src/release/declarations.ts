import { normalize } from "node:path";
import ts from "typescript";

const known = new Map<string, ReadonlySet<string>>();

/** Lists the files whose declarations a file reads, with every kind of module resolution. */
export function declarationsOf(file: string): ReadonlySet<string> {
  const before = known.get(file);
  if (before !== undefined) return before;
  const read = new Set<string>();
  for (const [module, moduleResolution] of resolutionsFor(file)) {
    const options = { module, moduleResolution, noLib: true, types: [], noEmit: true };
    const program = ts.createProgram([file], options);
    for (const { fileName } of program.getSourceFiles()) read.add(normalize(fileName));
  }
  known.set(file, read);
  return read;
}

const resolutionsFor = (file: string) =>
  file.endsWith(".ts")
    ? ([
        [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
        [ts.ModuleKind.CommonJS, ts.ModuleResolutionKind.Node10],
      ] as const)
    : ([[ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext]] as const);
