import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { MemberShape, Model, StructureShape } from "../../model/model.js";
import {
  hasTrait,
  httpQueryParamsTrait,
  httpQueryTrait,
  httpTrait,
  trait,
} from "../../traits/index.js";
import { error, note } from "../event.js";
import { groupBy } from "../group-by.js";
import { at } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";
import { parseUriPattern } from "../uri-pattern.js";

const messages = {
  conflict: error(
    "HttpQueryTrait",
    (args: { parameter: string; members: readonly string[] }) =>
      `\`httpQuery\` parameter name binding conflicts found for the \`${args.parameter}\` parameter in the following structure members: ${ticked(args.members)}`,
  ),
  literal: error(
    "HttpQueryTrait",
    (args: { parameter: string; operation: string; uri: string }) =>
      `\`httpQuery\` name \`${args.parameter}\` conflicts with the \`http\` trait of the \`${args.operation}\` operation: \`${args.uri}\``,
  ),
  params: note(
    "HttpQueryParamsTrait",
    (args: { member: string; members: readonly string[] }) =>
      `Structure member \`${args.member}\` is marked with the \`httpQueryParams\` trait, and \`httpQuery\` traits are applied to the following members: ${ticked(args.members)}. The service will not be able to disambiguate between query string parameters intended for the \`${args.member}\` member and those explicitly bound to the \`httpQuery\` members.`,
  ),
} as const;

/** Each query parameter comes from one place only. */
export const httpQuery: Rule = {
  name: "HttpQueryTrait",
  *check({ model, subjects }) {
    const literals = literalQueries(model);
    for (const shape of subjects) {
      if (shape.type !== "structure") continue;
      const bound = [...shape.members.values()].filter((member) =>
        hasTrait(member, httpQueryTrait),
      );
      yield* checkParams(shape, bound);
      for (const [parameter, members] of groupBy(bound, parameterOf)) {
        if (members.length > 1) {
          const names = members.map(({ name }) => name);
          yield messages.conflict({ parameter, members: names }, at(shape));
        }
        for (const { operation, uri, names } of literals.get(shape.id) ?? []) {
          if (!names.has(parameter)) continue;
          yield messages.literal({ parameter, operation, uri }, at(shape));
        }
      }
    }
  },
};

const parameterOf = (member: MemberShape): string => trait(member, httpQueryTrait) ?? "";

function* checkParams(shape: StructureShape, bound: readonly MemberShape[]): Iterable<Diagnostic> {
  if (bound.length === 0) return;
  for (const member of shape.members.values()) {
    if (!hasTrait(member, httpQueryParamsTrait)) continue;
    yield messages.params(
      { member: member.name, members: bound.map(({ name }) => name) },
      at(shape),
    );
  }
}

interface LiteralQuery {
  readonly operation: string;
  readonly uri: string;
  readonly names: ReadonlySet<string>;
}

/** The literal query parameters of paths, by the input that is sent with them. */
function literalQueries(model: Model): ReadonlyMap<string, readonly LiteralQuery[]> {
  const found = model.shapesOfType("operation").flatMap((operation) => {
    const uri = trait(operation, httpTrait)?.uri;
    if (uri === undefined || !uri.includes("?")) return [];
    const names = new Set(parseUriPattern(uri).query.keys());
    return [{ input: operation.input, operation: operation.id, uri, names }];
  });
  return groupBy(found, ({ input }) => input);
}
