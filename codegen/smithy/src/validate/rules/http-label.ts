import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, OperationShape, Shape, StructureShape } from "../../model/model.js";
import { hasTrait, httpLabelTrait, httpTrait, trait } from "../../traits/index.js";
import { error } from "../event.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked, typed } from "../shape-text.js";
import { labelsOf, parseUriPattern } from "../uri-pattern.js";

const messages = {
  unbound: error(
    "HttpLabelTrait",
    (args: { input: string; labels: readonly string[] }) =>
      `This operation uses \`${args.input}\` as input, but the following URI labels found in the operation's \`http\` trait do not have a corresponding member marked with the \`httpLabel\` trait: ${ticked(args.labels)}`,
  ),
  unused: error(
    "HttpLabelTrait",
    (args: { member: string; operation: string }) =>
      `This \`${args.member}\` structure member is marked with the \`httpLabel\` trait, but no corresponding \`http\` URI label could be found when used as the input of the \`${args.operation}\` operation.`,
  ),
  greedy: error(
    "HttpLabelTrait",
    (args: { member: string; operation: string; target: Shape }) =>
      `The \`${args.member}\` structure member corresponds to a greedy label when used as the input of the \`${args.operation}\` operation. This member targets ${typed(args.target)}, but greedy labels must target string shapes.`,
  ),
} as const;

/** Every label of a path is bound to a member, and every such member has a label. */
export const httpLabel: Rule = {
  name: "HttpLabelTrait",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const uri = trait(operation, httpTrait)?.uri;
      const input = model.getShape(operation.input);
      if (uri === undefined || input?.type !== "structure") continue;
      yield* checkOperation(model, operation, input, uri);
    }
  },
};

function* checkOperation(
  model: Model,
  operation: OperationShape,
  input: StructureShape,
  uri: string,
): Iterable<Diagnostic> {
  const found = labelsOf(parseUriPattern(uri));
  const labels = new Map(found.map(({ text, kind }) => [text.toLowerCase(), kind]));
  const unbound = new Set(found.map(({ text }) => text));
  for (const member of input.members.values()) {
    if (!hasTrait(member, httpLabelTrait)) continue;
    const label = labels.get(member.name.toLowerCase());
    const args = { member: member.name, operation: operation.id };
    if (label === undefined) yield messages.unused(args, atTrait(member, httpLabelTrait));
    unbound.delete(member.name);
    const target = model.getShape(member.target);
    if (label === "greedy" && target && target.type !== "string" && target.type !== "enum") {
      yield messages.greedy({ ...args, target }, atTrait(member, httpLabelTrait));
    }
  }
  if (unbound.size > 0) {
    yield messages.unbound({ input: input.id, labels: [...unbound] }, at(operation));
  }
}
