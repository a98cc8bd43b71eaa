import type { NodeValue } from "@tinsmith/smithy";
import { arrayOf, entriesOf, propertyOf, stringOf } from "@tinsmith/service";
import type { AuthSchemePlan, OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, symbol } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import { runtime, runtimePart, runtimeType } from "./runtime-symbols.js";

/** An authentication scheme of a client. */
export interface ClientAuth {
  readonly id: string;
  /** Makes the scheme. */
  readonly factory: Code;
  /** Types of the runtime with the scheme's options, as given and as resolved; a scheme of the user's own has none. */
  readonly config: CodeSymbol | undefined;
  readonly resolvedConfig: CodeSymbol | undefined;
}

/** The service's schemes, best first. */
export function clientAuth(plan: ServicePlan): readonly ClientAuth[] {
  return plan.authSchemes.map((scheme) => toClientAuth(scheme, plan));
}

/**
 * Schemes that the service as a whole does not list: those of single operations, and those that its endpoint rules ask
 * for (`sigv4a` of services that sign for several regions).
 */
export function furtherAuth(plan: ServicePlan): readonly ClientAuth[] {
  const listed = new Set([noAuth, ...plan.authSchemes.map(({ id }) => id)]);
  const ofOperations = plan.operations.flatMap(({ authSchemes }) => authSchemes);
  const sigv4 = plan.authSchemes.find(({ id }) => id === "aws.auth#sigv4");
  const ofRules =
    sigv4 && asksForSigV4a(plan.endpoint.bdd ?? plan.endpoint.ruleSet)
      ? [{ id: "aws.auth#sigv4a", settings: sigv4.settings }]
      : [];
  const further = new Map([...ofRules, ...ofOperations].map((scheme) => [scheme.id, scheme]));
  return [...further.values()]
    .filter(({ id }) => !listed.has(id))
    .map((scheme) => toClientAuth(scheme, plan));
}

/** The ids that a call of the operation may be signed by; `undefined` where they are the service's. */
export function operationAuth(
  plan: ServicePlan,
  { authSchemes, optionalAuth }: OperationPlan,
): readonly string[] | undefined {
  const own = authSchemes.map(({ id }) => id);
  if (optionalAuth && !own.includes(noAuth)) return [...own, noAuth];
  const ofService = plan.authSchemes.map(({ id }) => id);
  const same = own.length === ofService.length && own.every((id, at) => id === ofService[at]);
  return same ? undefined : own;
}

const noAuth = "smithy.api#noAuth";

function toClientAuth(scheme: AuthSchemePlan, plan: ServicePlan): ClientAuth {
  const { id, settings } = scheme;
  const name = stringOf(propertyOf(settings, "name")) ?? "";
  switch (id) {
    case "aws.auth#sigv4":
      return {
        id,
        factory: code`${runtime("sigv4")}(${literal(name)})`,
        config: runtimeType("SigV4Config"),
        resolvedConfig: runtimeType("SigV4ResolvedConfig"),
      };
    case "aws.auth#sigv4a":
      return known(id, "sigv4a", "SigV4a", "sigv4a", code`${literal(name)}`);
    case "smithy.api#httpApiKeyAuth":
      return known(id, "http-auth", "HttpApiKeyAuth", "httpApiKeyAuth", literalOf(settings));
    case "smithy.api#httpBasicAuth":
      return known(id, "http-auth", "Login", "httpBasicAuth");
    case "smithy.api#httpBearerAuth":
      return known(id, "http-auth", "HttpBearerAuth", "httpBearerAuth", tokenName(plan));
    case "smithy.api#httpDigestAuth":
      return known(id, "http-auth", "Login", "httpDigestAuth");
    default: {
      const factory = symbol("customAuth", runtimePart("http-auth"));
      return {
        id,
        factory: code`${factory}(${literal(id)})`,
        config: undefined,
        resolvedConfig: undefined,
      };
    }
  }
}

/** A scheme of an entry of the runtime's own. */
function known(
  id: string,
  entry: string,
  types: string,
  name: string,
  argument?: Code,
): ClientAuth {
  const module = runtimePart(entry);
  return {
    id,
    factory: code`${symbol(name, module)}(${argument})`,
    config: symbol(`${types}Config`, module, { typeOnly: true }),
    resolvedConfig: symbol(`${types}ResolvedConfig`, module, { typeOnly: true }),
  };
}

function literalOf(settings: NodeValue): Code {
  return code`${literal(Object.fromEntries(entriesOf(settings)))}`;
}

/** Services of AWS have a place where tokens are found, under the name they sign by. */
function tokenName({ aws, traits }: ServicePlan): Code | undefined {
  const signed = stringOf(propertyOf(traits.get("aws.auth#sigv4"), "name"));
  const name = signed ?? aws?.arnNamespace;
  return name === undefined ? undefined : code`${literal(name)}`;
}

function asksForSigV4a(node: NodeValue | undefined): boolean {
  if (Array.isArray(node)) return arrayOf(node).some(asksForSigV4a);
  return entriesOf(node).some(
    ([key, value]) => (key === "name" && value === "sigv4a") || asksForSigV4a(value),
  );
}
