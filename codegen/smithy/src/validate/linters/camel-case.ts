import type { MemberShape, ServiceShape, Shape } from "../../model/model.js";
import type { ValidationContext } from "../rule.js";
import { libraryNamespaces } from "../library-namespaces.js";
import { nameOf, namespaceOf } from "../shape-text.js";
import { stringOf } from "../trait-values.js";
import { ConfigurationError, type Finding, type Linter } from "./linter.js";

type Style = "upper" | "lower";

const patterns: Readonly<Record<Style, RegExp>> = {
  upper: /^[A-Z][A-Za-z0-9]*$/,
  lower: /^[a-z][A-Za-z0-9]*$/,
};

/** Reports names that are not written in camel case, and members that are not like the others. */
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
      for (const service of context.model.shapesOfType("service")) {
        const members = membersOf(context, service);
        const style = setting === "auto" ? prevalent(members) : setting;
        yield* checkMembers(service, members, style);
      }
    };
  },
};

function* checkShapes({ model }: ValidationContext): Iterable<Finding> {
  for (const shape of model.shapes.values()) {
    if (shape.type === "member" || libraryNamespaces.has(namespaceOf(shape.id))) continue;
    const isTrait = shape.traits.has("smithy.api#trait");
    const style = isTrait ? "lower" : "upper";
    const name = nameOf(shape.id);
    if (patterns[style].test(name)) continue;
    const what = isTrait ? "trait definition" : shape.type;
    yield {
      severity: "DANGER",
      message: `${what} shape name, \`${name}\`, is not ${style} camel case`,
      shape,
    };
  }
}

function membersOf(context: ValidationContext, service: ServiceShape): readonly MemberShape[] {
  const closure = context.services.closureOf(service);
  const isNamed = (shape: Shape): shape is MemberShape => {
    if (shape.type !== "member") return false;
    const type = context.model.getShape(shape.container)?.type;
    return (
      (type === "structure" || type === "union") && !libraryNamespaces.has(namespaceOf(shape.id))
    );
  };
  return [...closure].filter(isNamed);
}

function prevalent(members: readonly MemberShape[]): Style {
  const upper = members.filter(({ name }) => patterns.upper.test(name)).length;
  const lower = members.filter(({ name }) => patterns.lower.test(name)).length;
  return upper > lower ? "upper" : "lower";
}

function* checkMembers(
  service: ServiceShape,
  members: readonly MemberShape[],
  style: Style,
): Iterable<Finding> {
  for (const member of members) {
    if (patterns[style].test(member.name)) continue;
    yield {
      severity: "DANGER",
      message: `Member shape member name, \`${member.name}\`, is not ${style} camel case; members in the ${nameOf(service.id)} must all use ${style} camel case.`,
      shape: member,
    };
  }
}
