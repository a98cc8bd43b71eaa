import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { MemberShape, Model, OperationShape } from "../../model/model.js";
import { warning } from "../event.js";
import { structureOf } from "../identifier-bindings.js";
import { at, type Rule } from "../rule.js";
import { ticked } from "../shape-text.js";
import { objectTrait, stringOf } from "../trait-values.js";

const name = "HttpMethodSemantics";
const instead =
  "Consider binding this member to other parts of the HTTP request such as a query string parameter using the `httpQuery` trait, a header using the `httpHeader` trait, or a path segment using the `httpLabel` trait.";

const messages = {
  unknown: warning(
    name,
    (args: { method: string }) =>
      `This operation uses a non-standard HTTP method value, \`${args.method}\`, in the \`http\` trait`,
  ),
  missing: (trait: string) =>
    warning(
      `${name}.Missing${trait.charAt(0).toUpperCase()}${trait.slice(1)}Trait`,
      (args: { method: string }) =>
        `This operation uses the \`${args.method}\` method in the \`http\` trait, but is not marked with the ${trait} trait`,
    ),
  unnecessary: (trait: string) =>
    warning(
      `${name}.Unnecessary${trait.charAt(0).toUpperCase()}${trait.slice(1)}Trait`,
      (args: { method: string }) =>
        `This operation uses the \`${args.method}\` method in the \`http\` trait, but is marked with the ${trait} trait`,
    ),
  payload: warning(
    `${name}.UnexpectedPayload`,
    (args: { method: string; member: string }) =>
      `This operation uses the \`${args.method}\` method in the \`http\` trait, but the \`${args.member}\` member is sent as the payload of the request because it is marked with the \`httpPayload\` trait. Many HTTP clients do not support payloads with ${args.method} requests. ${instead}`,
  ),
  unbound: warning(
    `${name}.UnexpectedPayload`,
    (args: { method: string; members: readonly string[] }) =>
      `This operation uses the \`${args.method}\` method in the \`http\` trait, but the following unbound members are sent as part of the payload: ${ticked(args.members)}. Many HTTP clients do not support payloads with ${args.method} requests. ${instead}`,
  ),
} as const;

interface Semantics {
  readonly readonly?: boolean;
  readonly idempotent?: boolean;
  readonly payload: boolean;
}

/** What each method of HTTP means; what is left out is up to the operation. */
const semantics: Readonly<Record<string, Semantics>> = {
  GET: { readonly: true, payload: false },
  HEAD: { readonly: true, payload: false },
  OPTIONS: { readonly: true, payload: true },
  TRACE: { readonly: true, payload: false },
  POST: { readonly: false, payload: true },
  DELETE: { readonly: false, idempotent: true, payload: false },
  PUT: { readonly: false, idempotent: true, payload: true },
  PATCH: { readonly: false, payload: true },
};

/** Operations do what their methods mean. */
export const httpMethodSemantics: Rule = {
  name,
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const method = stringOf(objectTrait(operation, "smithy.api#http")["method"]);
      if (method === undefined) continue;
      const meaning = semantics[method.toUpperCase()];
      if (meaning === undefined) yield messages.unknown({ method }, at(operation));
      else yield* checkMethod(model, operation, method, meaning);
    }
  },
};

function* checkMethod(
  model: Model,
  operation: OperationShape,
  method: string,
  meaning: Semantics,
): Iterable<Diagnostic> {
  const isReadonly = operation.traits.has("smithy.api#readonly");
  if (meaning.readonly === true && !isReadonly) {
    yield messages.missing("readonly")({ method }, at(operation));
  }
  if (meaning.readonly === false && isReadonly) {
    yield messages.unnecessary("readonly")({ method }, at(operation));
  }
  if (meaning.idempotent === true && !operation.traits.has("smithy.api#idempotent")) {
    yield messages.missing("idempotent")({ method }, at(operation));
  }
  if (meaning.payload) return;
  const members = [...(structureOf(model.getShape(operation.input))?.members.values() ?? [])];
  const payload = members.find((member) => bindingOf(member) === "smithy.api#httpPayload");
  if (payload !== undefined) {
    yield messages.payload({ method, member: payload.name }, at(operation));
    return;
  }
  const unbound = members.filter((member) => bindingOf(member) === undefined);
  if (unbound.length === 0) return;
  yield messages.unbound({ method, members: unbound.map((one) => one.name) }, at(operation));
}

/** Where a member may go, in the order in which its traits are looked at. */
const bindings = [
  "smithy.api#httpHeader",
  "smithy.api#httpPrefixHeaders",
  "smithy.api#httpPayload",
  "smithy.api#httpQuery",
  "smithy.api#httpQueryParams",
  "smithy.api#httpLabel",
  "smithy.api#hostLabel",
];

const bindingOf = ({ traits }: MemberShape): string | undefined =>
  bindings.find((trait) => traits.has(trait));
