import { join } from "node:path";
import { serializeAst } from "@tinsmith/smithy";
import type { Model, SourceText } from "@tinsmith/smithy";
import {
  addedDefaultTrait,
  clientOptionalTrait,
  defaultTrait,
  hasTrait,
  requiredTrait,
  trait,
} from "@tinsmith/smithy/traits";
import type { Corpus } from "../corpus.js";
import { filesBelow, readText, source } from "../corpus-files.js";
import { formatEvent, inspect, loadWithoutErrors } from "../events.js";
import { canonicalJson, firstDifference } from "../difference.js";
import { flattenedShapes } from "../flattened.js";

const astOf = (model: Model): string => canonicalJson(serializeAst(model));

export const loaderValid: Corpus = {
  name: "loader/valid",
  judged: "loads; equals its JSON AST",
  cases(root) {
    const folder = join(root, "loader/valid");
    const shared = (): SourceText => source(join(folder, "__shared.json"));
    const json = new Set(filesBelow(folder, ".json").map(({ path }) => path));
    const files = filesBelow(folder, ".smithy");
    return files
      .filter(({ base }) => !base.endsWith(".flattened.smithy"))
      .map(({ name, path }) => ({
        name,
        run() {
          const model = loadWithoutErrors([shared(), source(path)]);
          const ast = path.replace(/\.smithy$/, ".json");
          if (!json.has(ast)) return;
          const expected = loadWithoutErrors([shared(), source(ast)]);
          const difference = firstDifference(astOf(model), astOf(expected));
          if (difference !== undefined) throw new Error(difference);
        },
      }));
  },
};

export const loaderFlattened: Corpus = {
  name: "loader/valid (mixins)",
  judged: "merged shapes equal the flattened form",
  cases(root) {
    const folder = join(root, "loader/valid");
    return filesBelow(folder, ".flattened.smithy").map(({ name, path }) => ({
      name,
      run() {
        const shared = source(join(folder, "__shared.json"));
        const model = loadWithoutErrors([shared, source(path.replace(".flattened", ""))]);
        const flattened = loadWithoutErrors([shared, source(path)]);
        const difference = firstDifference(flattenedShapes(model), flattenedShapes(flattened));
        if (difference !== undefined) throw new Error(difference);
      },
    }));
  },
};

export const loaderInvalid: Corpus = {
  name: "loader/invalid",
  judged: "refused, with the message and place",
  cases(root) {
    return filesBelow(join(root, "loader/invalid"), ".smithy").map(({ name, path }) => ({
      name,
      run() {
        const text = readText(path);
        const expected = (/^\/\/+ ?(?<message>.*)/.exec(text)?.groups?.["message"] ?? "").trim();
        const { events } = inspect([{ path, text }]);
        const errors = events
          .filter(({ severity }) => severity === "ERROR" || severity === "DANGER")
          // The first lines of a case write a line break in a message as `\n`.
          .map((event) => formatEvent(event).replaceAll("\n", "\\n"));
        if (errors.length === 0) throw new Error(`accepted; expected: ${expected}`);
        if (!errors.some((error) => error.includes(expected)))
          throw new Error(`expected ${expected}; got ${errors.join("; ")}`);
      },
    }));
  },
};

/**
 * The expectation for the only member of `Foo`, from the first line of a case of
 * `loader/upgrade-box`.
 */
interface Nullability {
  readonly "v1-client-zero-value": boolean;
  readonly v2: boolean;
}

export const upgradeBox: Corpus = {
  name: "loader/upgrade-box",
  judged: "nullability, also after a round trip",
  cases(root) {
    return filesBelow(join(root, "loader/upgrade-box"), ".smithy").map(({ name, path }) => ({
      name,
      run() {
        const text = readText(path);
        const expected: Nullability = JSON.parse(/^\/\/ (?<json>\{.*\})/.exec(text)?.[1] ?? "{}");
        const model = loadWithoutErrors([{ path, text }]);
        check(model, expected, "as loaded");
        const ast = JSON.stringify(serializeAst(model));
        check(
          loadWithoutErrors([{ path: "again.json", text: ast }]),
          expected,
          "after a round trip",
        );
      },
    }));
  },
};

function check(model: Model, expected: Nullability, when: string): void {
  const actual = nullabilityOf(model);
  for (const mode of ["v2", "v1-client-zero-value"] as const) {
    if (actual[mode] !== expected[mode])
      throw new Error(`${when}, ${mode}: expected ${expected[mode]}, got ${actual[mode]}`);
  }
}

/**
 * Returns, for each version of Smithy, whether the member of `smithy.example#Foo` may be absent.
 */
function nullabilityOf(model: Model): Nullability {
  const foo = model.shapes.get("smithy.example#Foo");
  if (foo?.type !== "structure") throw new Error("The structure smithy.example#Foo is missing.");
  const [member] = foo.members.values();
  if (member === undefined) throw new Error("smithy.example#Foo has no member");
  const value = trait(member, defaultTrait);
  const isOptional = hasTrait(member, clientOptionalTrait);
  const isRequired = hasTrait(member, requiredTrait);
  const hasDefault = value !== undefined && value !== null;
  const hasZero = (value === false || value === 0) && !hasTrait(member, addedDefaultTrait);
  return {
    v2: isOptional || !(isRequired || hasDefault),
    "v1-client-zero-value": isOptional || !hasZero,
  };
}
