import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model, OperationShape, StructureShape } from "../../../model/model.js";
import { shapeName } from "../../../model/shape-id.js";
import {
  hasTrait,
  httpChecksumTrait,
  httpHeaderTrait,
  httpPrefixHeadersTrait,
  trait,
} from "../../../traits/index.js";
import { enumValuesOf } from "../../enum-values.js";
import { danger, error, warning } from "../../event.js";
import { structureOf } from "../../identifier-bindings.js";
import { at, atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";
import { ticked } from "../../shape-text.js";

const prefix = "x-amz-checksum-";

const messages = {
  nothing: error(
    "HttpChecksumTrait",
    () =>
      "The `httpChecksum` trait must define at least one of the `request` or `response` checksum behaviors.",
  ),
  noProperty: error(
    "HttpChecksumTrait",
    (args: { property: string }) =>
      `The \`httpChecksum\` trait must model the \`${args.property}\` property to support response checksum behavior.`,
  ),
  noMember: error(
    "HttpChecksumTrait",
    (args: { property: string }) =>
      `The \`${args.property}\` property of the \`httpChecksum\` trait targets a member that does not exist.`,
  ),
  noEnum: error(
    "HttpChecksumTrait",
    (args: { property: string }) =>
      `The \`${args.property}\` property of the \`httpChecksum\` trait targets a member that does not resolve an \`enum\` trait.`,
  ),
  unsupported: error(
    "HttpChecksumTrait",
    (args: { property: string; values: readonly string[] }) =>
      `The \`${args.property}\` property of the \`httpChecksum\` trait targets a member with an \`enum\` trait that contains unsupported values: ${ticked(args.values)}`,
  ),
  header: (name: string, header: string) =>
    warning(
      `HttpChecksumTrait.HttpHeader.${name}.${header}`,
      () =>
        `The \`httpHeader\` binding of \`${header}\` on \`${name}\` starts with the prefix \`${prefix}\` used by the \`httpChecksum\` trait.`,
    ),
  prefixHeaders: (name: string, other: string) =>
    danger(
      `HttpChecksumTrait.HttpPrefixHeaders.${name}.${other}`,
      () =>
        `The \`httpPrefixHeaders\` binding of \`${name}\` uses the prefix \`${other}\` that conflicts with the prefix \`${prefix}\` used by the \`httpChecksum\` trait.`,
    ),
} as const;

const algorithms = [
  "CRC64NVME",
  "CRC32C",
  "CRC32",
  "SHA1",
  "SHA256",
  "SHA512",
  "MD5",
  "XXHASH64",
  "XXHASH3",
  "XXHASH128",
];

/** Checksums are configured by members, and their headers are not used by anything else. */
export const httpChecksum: Rule = {
  name: "HttpChecksumTrait",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      if (hasTrait(operation, httpChecksumTrait)) yield* checkOperation(model, operation);
    }
  },
};

function* checkOperation(model: Model, operation: OperationShape): Iterable<Diagnostic> {
  const {
    requestAlgorithmMember: algorithm,
    requestChecksumRequired,
    requestValidationModeMember: mode,
    responseAlgorithms: responses = [],
  } = trait(operation, httpChecksumTrait) ?? {};
  const isRequest = algorithm !== undefined || requestChecksumRequired === true;
  if (!isRequest && mode === undefined && responses.length === 0) {
    yield messages.nothing(undefined, atTrait(operation, httpChecksumTrait));
    return;
  }
  const input = structureOf(model.getShape(operation.input));
  if (algorithm !== undefined && input !== undefined) {
    const property = "requestAlgorithmMember";
    yield* checkMember(model, operation, input, property, algorithm, algorithms);
  }
  if (mode !== undefined || responses.length > 0) {
    if (mode === undefined) {
      yield messages.noProperty(
        { property: "requestValidationModeMember" },
        atTrait(operation, httpChecksumTrait),
      );
    } else if (input !== undefined) {
      const property = "requestValidationModeMember";
      yield* checkMember(model, operation, input, property, mode, ["ENABLED"]);
    }
    if (responses.length === 0) {
      yield messages.noProperty(
        { property: "responseAlgorithms" },
        atTrait(operation, httpChecksumTrait),
      );
    }
  }
  const isResponse = mode !== undefined || responses.length > 0;
  for (const id of [
    ...(isRequest ? [operation.input] : []),
    ...(isResponse ? [operation.output, ...operation.errors] : []),
  ]) {
    const structure = structureOf(model.getShape(id));
    if (structure !== undefined) yield* checkHeaders(operation, structure);
  }
}

function* checkMember(
  model: Model,
  operation: OperationShape,
  input: StructureShape,
  property: string,
  name: string,
  allowed: readonly string[],
): Iterable<Diagnostic> {
  const member = input.members.get(name);
  if (member === undefined) {
    yield messages.noMember({ property }, atTrait(operation, httpChecksumTrait));
    return;
  }
  const target = model.getShape(member.target);
  const values = enumValuesOf(member) ?? (target && enumValuesOf(target));
  if (values === undefined) {
    yield messages.noEnum({ property }, atTrait(operation, httpChecksumTrait));
    return;
  }
  const unsupported = values.map(String).filter((one) => !allowed.includes(one));
  if (unsupported.length > 0) {
    yield messages.unsupported(
      { property, values: unsupported },
      atTrait(operation, httpChecksumTrait),
    );
  }
}

function* checkHeaders(operation: OperationShape, structure: StructureShape): Iterable<Diagnostic> {
  const name = shapeName(structure.id);
  for (const member of structure.members.values()) {
    const header = trait(member, httpHeaderTrait);
    if (header?.startsWith(prefix) === true) {
      yield messages.header(name, header.toLowerCase())(undefined, at(operation));
    }
    const other = trait(member, httpPrefixHeadersTrait);
    if (other !== undefined && prefix.startsWith(other)) {
      yield messages.prefixHeaders(name, other.toLowerCase())(undefined, at(operation));
    }
  }
}
