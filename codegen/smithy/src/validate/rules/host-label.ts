import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { OperationShape, StructureShape } from "../../model/model.js";
import { endpointTrait, hasTrait, hostLabelTrait, trait } from "../../traits/index.js";
import { danger, error } from "../event.js";
import { at, atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";
import { hostLabels } from "../uri-pattern.js";

const messages = {
  unbound: error(
    "HostLabelTrait",
    (args: { input: string; labels: readonly string[] }) =>
      `This operation uses ${args.input} as input, but the following host labels found in the operation's \`endpoint\` trait do not have a corresponding member marked with the \`hostLabel\` trait: ${ticked(args.labels)}`,
  ),
  unused: error(
    "HostLabelTrait",
    (args: { member: string; operation: string }) =>
      `This \`${args.member}\` structure member is marked with the \`hostLabel\` trait, but no corresponding \`endpoint\` label could be found when used as the input of the \`${args.operation}\` operation.`,
  ),
  invalid: error(
    "HostLabelTrait",
    (args: { prefix: string; host: string }) =>
      `The \`endpoint\` trait hostPrefix, ${args.prefix}, could not expand in to a valid RFC 3986 host: ${args.host}`,
  ),
  noPeriod: danger(
    "HostLabelTrait",
    () =>
      "`endpoint` trait hostPrefix contains host labels and does not end in a period (`.`). This can result in clients inadvertently sending data to domains you do not control.",
  ),
} as const;

/** A host prefix and the members bound to it form a valid host. */
export const hostLabel: Rule = {
  name: "HostLabelTrait",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const prefix = trait(operation, endpointTrait)?.hostPrefix;
      if (prefix === undefined) continue;
      const input = model.getShape(operation.input);
      if (input?.type === "structure") yield* checkLabels(operation, input, prefix);
      yield* checkHost(operation, prefix);
    }
  },
};

function* checkLabels(
  operation: OperationShape,
  input: StructureShape,
  prefix: string,
): Iterable<Diagnostic> {
  const unbound = new Set(hostLabels(prefix));
  const labels = new Set([...unbound].map((label) => label.toLowerCase()));
  for (const member of input.members.values()) {
    if (!hasTrait(member, hostLabelTrait)) continue;
    unbound.delete(member.name);
    if (labels.has(member.name.toLowerCase())) continue;
    const args = { member: member.name, operation: operation.id };
    yield messages.unused(args, atTrait(member, hostLabelTrait));
  }
  if (unbound.size > 0) {
    yield messages.unbound({ input: input.id, labels: [...unbound] }, at(operation));
  }
}

/** The labels of a host are letters, digits and hyphens, at most 63 characters each. */
const validHost = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63})*\.?$/;

function* checkHost(operation: OperationShape, prefix: string): Iterable<Diagnostic> {
  // A label can have any value, so a valid one is substituted.
  const host = prefix.replaceAll(/\{[^{}]*\}/g, "foo");
  if (!validHost.test(host))
    yield messages.invalid({ prefix, host }, atTrait(operation, endpointTrait));
  if (hostLabels(prefix).length > 0 && !prefix.endsWith(".")) {
    yield messages.noPeriod(undefined, atTrait(operation, endpointTrait));
  }
}
