import type { MemberShape, Model, Shape } from "../../model/model.js";
import { stringOf } from "../../model/node-value.js";
import { shapeName, shapeNamespace } from "../../model/shape-id.js";
import {
  authDefinitionTrait,
  hasTrait,
  protocolDefinitionTrait,
  traitTrait,
} from "../../traits/index.js";
import type { ValidationContext } from "../rule.js";
import { groupBy } from "../group-by.js";
import { libraryNamespaces } from "../library-namespaces.js";
import { ConfigurationError } from "./linter.js";
import type { Finding, Linter } from "./linter.js";

type Style = "upper" | "lower";

const patterns: Readonly<Record<Style, RegExp>> = {
  upper: /^[A-Z][A-Za-z0-9]*$/,
  lower: /^[a-z][A-Za-z0-9]*$/,
};

/** Traits for schemes have the names of the schemes. */
const schemes = [authDefinitionTrait.id, protocolDefinitionTrait.id];

/** Reports names that are not in camel case, and members that differ in case from the others. */
export const camelCase: Linter = {
  name: "CamelCase",
  create(configuration) {
    const setting = stringOf(configuration["memberNames"]) ?? "auto";
    if (setting !== "auto" && setting !== "upper" && setting !== "lower") {
      throw new ConfigurationError(
        `Expected one of \`auto\`, \`lower\`, \`upper\`; got \`${setting}\`.`,
      );
    }
    return function* emit(context): Iterable<Finding> {
      yield* checkShapes(context);
      const seen = new Set<Shape>();
      for (const service of context.model.shapesOfType("service")) {
        const closure = context.services.closureOf(service);
        for (const shape of closure) seen.add(shape);
        yield* checkMembers(named(context.model, closure), setting, shapeName(service.id));
      }
      const others = [...context.model.shapes.values()].filter((shape) => !seen.has(shape));
      const groups = groupBy(named(context.model, others), ({ id }) => shapeNamespace(id));
      for (const [namespace, members] of groups) {
        yield* checkMembers(members, setting, `${namespace} namespace`);
      }
    };
  },
};

function* checkShapes({ model }: ValidationContext): Iterable<Finding> {
  for (const shape of model.shapes.values()) {
    if (shape.type === "member" || libraryNamespaces.has(shapeNamespace(shape.id))) continue;
    const isTrait = hasTrait(shape, traitTrait);
    if (isTrait && schemes.some((trait) => shape.traits.has(trait))) continue;
    const style = isTrait ? "lower" : "upper";
    const name = shapeName(shape.id);
    if (patterns[style].test(name)) continue;
    const what = isTrait ? `${shape.type} trait definition` : `${shape.type} shape name`;
    yield {
      severity: "DANGER",
      message: `${what}, \`${name}\`, is not ${style} camel case`,
      shape,
    };
  }
}

/** The members whose names are up to the author and not constants. */
function named(model: Model, shapes: Iterable<Shape>): readonly MemberShape[] {
  const isNamed = (shape: Shape): shape is MemberShape => {
    if (shape.type !== "member") return false;
    const type = model.getShape(shape.container)?.type;
    return (
      (type === "structure" || type === "union") && !libraryNamespaces.has(shapeNamespace(shape.id))
    );
  };
  return [...shapes].filter(isNamed);
}

function prevalent(members: readonly MemberShape[]): Style {
  const upper = members.filter(({ name }) => patterns.upper.test(name)).length;
  const lower = members.filter(({ name }) => patterns.lower.test(name)).length;
  return upper > lower ? "upper" : "lower";
}

function* checkMembers(
  members: readonly MemberShape[],
  setting: Style | "auto",
  scope: string,
): Iterable<Finding> {
  const style = setting === "auto" ? prevalent(members) : setting;
  for (const member of members) {
    if (patterns[style].test(member.name)) continue;
    yield {
      severity: "DANGER",
      message: `Member shape member name, \`${member.name}\`, is not ${style} camel case; members in the ${scope} must all use ${style} camel case.`,
      shape: member,
    };
  }
}
