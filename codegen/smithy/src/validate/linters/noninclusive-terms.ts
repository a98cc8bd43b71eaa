import type { Model, NodeValue, Shape } from "../../model/model.js";
import { isNodeArray, isNodeObject, stringsOf } from "../../model/node-value.js";
import { shapeName, shapeNamespace } from "../../model/shape-id.js";
import { libraryNamespaces } from "../library-namespaces.js";
import { idiomatic, ticked } from "../shape-text.js";
import { ConfigurationError } from "./linter.js";
import type { Finding, Linter } from "./linter.js";

type Terms = ReadonlyMap<string, readonly string[]>;

const defaults: Terms = new Map([
  ["master", ["primary", "parent", "main"]],
  ["slave", ["secondary", "replica", "clone", "child"]],
  ["blacklist", ["denyList"]],
  ["whitelist", ["allowList"]],
]);

/** Reports noninclusive words in names and values, with alternatives. */
export const noninclusiveTerms: Linter = {
  name: "NoninclusiveTerms",
  create({ terms, excludeDefaults }) {
    const own = new Map(
      isNodeObject(terms)
        ? Object.entries(terms).map(([term, words]) => [term.toLowerCase(), stringsOf(words)])
        : [],
    );
    if (excludeDefaults === true && own.size === 0) {
      throw new ConfigurationError(
        "Cannot set 'excludeDefaults' to true and leave 'terms' empty or unspecified.",
      );
    }
    const all: Terms = new Map([...(excludeDefaults === true ? [] : defaults), ...own]);
    return function* emit({ model }): Iterable<Finding> {
      const shapes = [...model.shapes.values()].filter(
        ({ id }) => !libraryNamespaces.has(shapeNamespace(id)),
      );
      for (const namespace of [...new Set(shapes.map(({ id }) => shapeNamespace(id)))].sort()) {
        yield* find(all, namespace, (match) => ({
          severity: "WARNING",
          message: `${namespace} namespace uses a non-inclusive term ${match.text}`,
          suffix: `Namespace.${namespace}.${match.term}`,
        }));
      }
      for (const shape of shapes) {
        yield* checkName(all, shape);
        for (const [id, value] of shape.traits) yield* checkTrait(model, all, shape, id, value);
      }
    };
  },
};

interface Match {
  readonly term: string;
  /** The word as found, with its alternatives. */
  readonly text: string;
}

function* find(terms: Terms, text: string, finding: (match: Match) => Finding): Iterable<Finding> {
  const lower = text.toLowerCase();
  for (const [term, words] of terms) {
    const start = lower.indexOf(term);
    if (start < 0) continue;
    const found = text.slice(start, start + term.length);
    const isUpper = /^[A-Z]/.test(found);
    const instead = words.map((word) =>
      isUpper
        ? `${word.charAt(0).toUpperCase()}${word.slice(1)}`
        : `${word.charAt(0).toLowerCase()}${word.slice(1)}`,
    );
    const hint =
      instead.length === 0
        ? ""
        : ` Consider using one of the following terms instead: ${ticked(instead)}`;
    yield finding({ term, text: `\`${found}\`.${hint}` });
  }
}

function* checkName(terms: Terms, shape: Shape): Iterable<Finding> {
  const name = shape.type === "member" ? shape.name : shapeName(shape.id);
  const kind = `${shape.type.charAt(0).toUpperCase()}${shape.type.slice(1)}`;
  yield* find(terms, name, ({ term, text }) => ({
    severity: "WARNING",
    message: `${kind} shape uses a non-inclusive term ${text}`,
    shape,
    suffix: `Shape.${term}`,
  }));
}

function* checkTrait(
  model: Model,
  terms: Terms,
  shape: Shape,
  id: string,
  value: NodeValue,
): Iterable<Finding> {
  for (const { path, text } of textsIn(model, model.getShape(id), value, [])) {
    const place =
      path.length === 0
        ? `'${idiomatic(id)}' trait has a value that`
        : `'${idiomatic(id)}' trait value at path {${path.join("/")}}`;
    yield* find(terms, text, (match) => ({
      severity: "WARNING",
      message: `${place} contains a non-inclusive term ${match.text}`,
      shape,
      suffix: [
        "Trait",
        match.term,
        idiomatic(id),
        ...(path.length > 0 ? [path.join("/")] : []),
      ].join("."),
    }));
  }
}

interface TextAt {
  readonly path: readonly string[];
  readonly text: string;
}

/** The texts in a value: its strings, and its keys if they are not names of members. */
function* textsIn(
  model: Model,
  shape: Shape | undefined,
  value: NodeValue,
  path: readonly string[],
): Iterable<TextAt> {
  const target = shape?.type === "member" ? model.getShape(shape.target) : shape;
  if (typeof value === "string") yield { path, text: value };
  else if (isNodeArray(value)) {
    const item = target?.type === "list" ? target.member : undefined;
    for (const [index, one] of value.entries()) {
      yield* textsIn(model, item, one, [...path, String(index)]);
    }
  } else if (isNodeObject(value)) {
    for (const [key, one] of Object.entries(value)) {
      const member = memberOf(target, key);
      if (member === undefined || target?.type === "map") {
        yield { path: [...path, key, "key"], text: key };
      }
      yield* textsIn(model, member, one, [...path, key]);
    }
  }
}

function memberOf(shape: Shape | undefined, key: string): Shape | undefined {
  if (shape?.type === "structure" || shape?.type === "union") return shape.members.get(key);
  return shape?.type === "map" ? shape.value : undefined;
}
