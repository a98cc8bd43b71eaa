import ts from "typescript";

/**
 * The exported names of a package. A name is a value (a class, a function, a constant) or only a
 * type.
 */
export type ExportedNames = ReadonlyMap<string, "value" | "type">;

/**
 * Reads the names that a module exports.
 *
 * @param paths - the source files of packages that are not installed, by specifier
 */
export function exportedNames(
  file: string,
  paths: Readonly<Record<string, string>> = {},
): ExportedNames {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, [path]])),
    noLib: true,
    types: [],
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} is not a module.`);
  return new Map(
    checker.getExportsOfModule(module).map((symbol) => {
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      const { flags } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
      return [symbol.name, (flags & ts.SymbolFlags.Value) !== 0 ? "value" : "type"];
    }),
  );
}

/** The names that are in AWS's package and not in ours, grouped by the reason. */
export interface NameDifferences {
  readonly total: number;
  /** The names without a reason. A program that imports such a name breaks. */
  readonly missing: readonly string[];
  readonly explained: ReadonlyMap<string, readonly string[]>;
}

/**
 * Compares the names of a generated client with those of AWS's package.
 *
 * @param shapes - the names of the model's shapes, in lower case
 */
export function compareNames(
  aws: ExportedNames,
  generated: ExportedNames,
  shapes: ReadonlySet<string>,
): NameDifferences {
  const missing: string[] = [];
  const explained = new Map<string, string[]>();
  for (const [name, kind] of aws) {
    const own = generated.get(name);
    if (own === kind || (own === "value" && kind === "type")) continue;
    const reason = reasonFor(name, own !== undefined, shapes);
    if (reason === undefined) missing.push(own === undefined ? name : `${name} (as a value)`);
    else explained.set(reason, [...(explained.get(reason) ?? []), name]);
  }
  return { total: aws.size, missing, explained };
}

const roleAssumers: ReadonlySet<string> = new Set([
  "getDefaultRoleAssumer",
  "getDefaultRoleAssumerWithWebIdentity",
  "decorateDefaultCredentialProvider",
]);

function reasonFor(name: string, isType: boolean, shapes: ReadonlySet<string>): string | undefined {
  if (name.endsWith("FilterSensitiveLog")) {
    return "`…FilterSensitiveLog`, which AWS has removed since: schemas hide sensitive members";
  }
  if (isType) return "`visit` of a union, which AWS has removed since";
  if (roleAssumers.has(name)) return "a helper of STS, listed in docs/aws-sdk-helpers.md";
  const shape = name.replace(/^paginate|Command(?:(?:Input|Output)(?:Type)?)?$/g, "");
  // Functions are not named after a shape alone, and must not be missing.
  if (/^[A-Z]/.test(shape) && !shapes.has(shape.toLowerCase()))
    return "a shape that the model lacks";
  return undefined;
}
