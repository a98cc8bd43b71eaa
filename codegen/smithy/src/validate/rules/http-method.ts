import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model, OperationShape } from "../../model/model.js";
import { httpTrait, trait } from "../../traits/index.js";
import { danger, warning } from "../event.js";
import { payloadMember, unboundMembers } from "../http-bindings.js";
import { structureOf } from "../identifier-bindings.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

const name = "HttpMethodSemantics";
const instead = (what: string, query: string, header: string, label: string): string =>
  `Consider binding ${what} to other parts of the HTTP request such as ${query} using the \`httpQuery\` trait, ${header} using the \`httpHeader\` trait, or ${label} using the \`httpLabel\` trait.`;

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const messages = {
  casing: warning(
    name,
    (args: { found: string; method: string }) =>
      `This operation uses the \`${args.found}\` method in the \`http\` trait, but expected \`${args.method}\`.`,
  ),
  options: warning(
    `${name}.OPTIONS`,
    () =>
      "OPTIONS requests are typically used as part of CORS and should not be modeled explicitly. They are an implementation detail that should not appear in generated client or server code. Instead, tooling should use the `cors` trait on a service to automatically configure CORS on clients and servers. It is the responsibility of service frameworks and API gateways to automatically manage OPTIONS requests. For example, OPTIONS requests are automatically created when using Smithy models with Amazon API Gateway.",
  ),
  missing: (trait: string) =>
    warning(
      `${name}.Missing${capitalized(trait)}Trait`,
      (args: { method: string }) =>
        `This operation uses the \`${args.method}\` method in the \`http\` trait, but is not marked with the ${trait} trait`,
    ),
  unnecessary: (trait: string) =>
    warning(
      `${name}.Unnecessary${capitalized(trait)}Trait`,
      (args: { method: string }) =>
        `This operation uses the \`${args.method}\` method in the \`http\` trait, but is marked with the ${trait} trait`,
    ),
  payload: danger(
    `${name}.UnexpectedPayload`,
    (args: { method: string; member: string }) =>
      `This operation uses the \`${args.method}\` method in the \`http\` trait, but the \`${args.member}\` member is sent as the payload of the request because it is marked with the \`httpPayload\` trait. Many HTTP clients do not support payloads with ${args.method} requests. ${instead("this member", "a query string parameter", "a header", "a path segment")}`,
  ),
  unbound: danger(
    `${name}.UnexpectedPayload`,
    (args: { method: string; members: readonly string[] }) =>
      `This operation uses the \`${args.method}\` method in the \`http\` trait, but the following members are sent as part of the payload of the request: ${ticked(args.members)}. These members are sent as part of the payload because they are not explicitly configured to be sent in headers, in the query string, or in a URI segment. Many HTTP clients do not support payloads with ${args.method} requests. ${instead("these members", "query string parameters", "headers", "URI segments")}`,
  ),
} as const;

interface Semantics {
  readonly readonly?: boolean;
  readonly idempotent?: boolean;
  readonly payload: boolean;
}

/** The semantics of each HTTP method; anything not listed is up to the operation. */
const semantics: Readonly<Record<string, Semantics>> = {
  GET: { readonly: true, idempotent: false, payload: false },
  HEAD: { readonly: true, idempotent: false, payload: false },
  OPTIONS: { readonly: true, idempotent: false, payload: true },
  TRACE: { readonly: true, idempotent: false, payload: false },
  POST: { readonly: false, payload: true },
  DELETE: { readonly: false, idempotent: true, payload: false },
  PUT: { readonly: false, idempotent: true, payload: true },
  PATCH: { readonly: false, payload: true },
};

/** Operations agree with the semantics of their methods; custom methods are not checked. */
export const httpMethodSemantics: Rule = {
  name,
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const found = trait(operation, httpTrait)?.method;
      if (found === undefined) continue;
      const method = found.toUpperCase();
      const meaning = semantics[method];
      if (meaning === undefined) continue;
      if (found !== method) yield messages.casing({ found, method }, atTrait(operation, httpTrait));
      if (method === "OPTIONS") yield messages.options(undefined, atTrait(operation, httpTrait));
      yield* checkMarks(operation, method, meaning);
      if (!meaning.payload) yield* checkPayload(model, operation, method);
    }
  },
};

function* checkMarks(
  operation: OperationShape,
  method: string,
  meaning: Semantics,
): Iterable<Diagnostic> {
  for (const trait of ["readonly", "idempotent"] as const) {
    const marked = operation.traits.has(`smithy.api#${trait}`);
    if (meaning[trait] === undefined || meaning[trait] === marked) continue;
    const message = marked ? messages.unnecessary(trait) : messages.missing(trait);
    yield message({ method }, atTrait(operation, httpTrait));
  }
}

function* checkPayload(
  model: Model,
  operation: OperationShape,
  method: string,
): Iterable<Diagnostic> {
  const input = structureOf(model.getShape(operation.input));
  if (!input) return;
  const payload = payloadMember(input);
  if (payload) {
    yield messages.payload({ method, member: payload.name }, atTrait(operation, httpTrait));
    return;
  }
  const members = unboundMembers(input, "request").map((member) => member.name);
  if (members.length > 0)
    yield messages.unbound({ method, members }, atTrait(operation, httpTrait));
}
