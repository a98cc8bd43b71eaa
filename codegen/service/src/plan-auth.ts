import { compareText, propertyOf, shapeName, stringOf } from "@tinsmith/smithy";
import type { Model, NodeValue, OperationShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import {
  authDefinitionTrait,
  authTrait,
  hasTrait,
  httpApiKeyAuthTrait,
  httpBasicAuthTrait,
  httpBearerAuthTrait,
  httpDigestAuthTrait,
  optionalAuthTrait,
  sigv4aTrait,
  sigv4Trait,
  trait,
} from "@tinsmith/smithy/traits";
import type { AuthSchemePlan, SigningPlan } from "./auth-scheme-plan.js";
import { endpointValues } from "./endpoints/endpoint-values.js";
import type { OperationPlan } from "./operation-plan.js";
import type { ClientPlan } from "./service-plan.js";
import type { AwsServicePlan } from "./service-plan.js";

/** The schemes of a service, and the function that plans a scheme for the service. */
export interface ServiceAuth {
  /** The service's schemes, in its order of preference. */
  readonly schemes: readonly AuthSchemePlan[];
  /** The names of the operations without authentication that no trait marks as such. */
  readonly unsigned: ReadonlySet<string>;
  plan(id: ShapeId): AuthSchemePlan;
}

/**
 * Plans the service's schemes: those that `@auth` lists, in its order, or else all of its schemes
 * by id (Smithy specification, "auth trait").
 */
export function planServiceAuth(
  model: Model,
  { traits }: ServiceShape,
  aws: AwsServicePlan | undefined,
): ServiceAuth {
  const signingName = trait(traits, sigv4Trait)?.name;
  const plan = (id: ShapeId): AuthSchemePlan =>
    planScheme(id, traits.get(id) ?? {}, {
      signingName,
      tokenName: signingName ?? aws?.arnNamespace,
    });
  const listed = trait(traits, authTrait);
  const ids =
    listed === undefined
      ? [...traits.keys()].filter((id) => isAuthScheme(model, id)).sort(compareText)
      : listed;
  return {
    schemes: ids.map(plan),
    unsigned: unsignedOperations.get(aws?.sdkId ?? "") ?? new Set(),
    plan,
  };
}

/**
 * The operations that clients of the AWS SDK do not sign, by SDK id. Their callers have no
 * credentials yet. Older models of these services do not mark the operations by a trait.
 */
const unsignedOperations: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["STS", new Set(["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"])],
]);

/** Plans an operation's schemes: those of its `@auth`, or else those of the service. */
export function planOperationAuth(
  { id, traits: operation }: OperationShape,
  { schemes, unsigned, plan }: ServiceAuth,
): Pick<OperationPlan, "authSchemes" | "optionalAuth" | "clientAuth"> {
  const listed = trait(operation, authTrait) ?? (unsigned.has(shapeName(id)) ? [] : undefined);
  const authSchemes = listed === undefined ? schemes : listed.map(plan);
  const optionalAuth = hasTrait(operation, optionalAuthTrait);
  return {
    authSchemes,
    optionalAuth,
    clientAuth: differingAuth(
      authSchemes.map(({ id }) => id),
      schemes.map(({ id }) => id),
      optionalAuth,
    ),
  };
}

/** The ids of the schemes for a call; `undefined` if they are those of the service. */
function differingAuth(
  own: readonly ShapeId[],
  ofService: readonly ShapeId[],
  isOptional: boolean,
): readonly ShapeId[] | undefined {
  if (isOptional && !own.includes(noAuth)) return [...own, noAuth];
  const isSame = own.length === ofService.length && own.every((id, at) => id === ofService[at]);
  return isSame ? undefined : own;
}

/**
 * Plans the schemes that the service itself does not list: schemes of single operations, and
 * schemes that its endpoint rules require (`sigv4a` of services that sign for several regions).
 */
export function planFurtherAuth(
  { schemes, plan }: ServiceAuth,
  operations: readonly OperationPlan[],
  rules: NodeValue | undefined,
): readonly AuthSchemePlan[] {
  const listed = new Set([noAuth, ...schemes.map(({ id }) => id)]);
  const isSigned = listed.has(sigv4);
  const ofRules =
    isSigned && endpointValues([rules], "name").includes("sigv4a") ? [plan(sigv4a)] : [];
  const ofOperations = operations.flatMap(({ authSchemes }) => authSchemes);
  const further = new Map([...ofRules, ...ofOperations].map((scheme) => [scheme.id, scheme]));
  return [...further.values()].filter(({ id }) => !listed.has(id));
}

/** Plans the verification of signatures in a server if the service uses AWS signatures. */
export function planSigning(
  schemes: readonly AuthSchemePlan[],
  operations: readonly OperationPlan[],
  rules: readonly (NodeValue | undefined)[],
): SigningPlan | undefined {
  const scheme = schemes.find(({ kind }) => kind === "sigv4");
  if (scheme?.kind !== "sigv4") return undefined;
  return {
    name: scheme.name,
    doubleEncodesPath: !endpointValues(rules, "disableDoubleEncoding").includes(true),
    unsigned: operations
      .filter(
        ({ authSchemes, optionalAuth }) =>
          optionalAuth || !authSchemes.some(({ kind }) => kind === "sigv4"),
      )
      .map(({ name }) => name),
  };
}

interface SchemeNames {
  /** The signing name of `sigv4`. A `sigv4a` that only endpoint rules require has the same name. */
  readonly signingName: string | undefined;
  readonly tokenName: string | undefined;
}

function planScheme(
  id: ShapeId,
  settings: NodeValue,
  { signingName, tokenName }: SchemeNames,
): AuthSchemePlan {
  const name = stringOf(propertyOf(settings, "name"));
  switch (id) {
    case sigv4:
      return { kind: "sigv4", id, name: name ?? "" };
    case sigv4a:
      return { kind: "sigv4a", id, name: name ?? signingName ?? "" };
    case httpApiKeyAuthTrait.id:
      return {
        kind: "httpApiKeyAuth",
        id,
        name: name ?? "",
        in: propertyOf(settings, "in") === "query" ? "query" : "header",
        scheme: stringOf(propertyOf(settings, "scheme")),
      };
    case httpBasicAuthTrait.id:
      return { kind: "httpBasicAuth", id };
    case httpBearerAuthTrait.id:
      return { kind: "httpBearerAuth", id, tokenName };
    case httpDigestAuthTrait.id:
      return { kind: "httpDigestAuth", id };
    default:
      return { kind: "custom", id, settings };
  }
}

function isAuthScheme(model: Model, id: ShapeId): boolean {
  return hasTrait(model.getShape(id), authDefinitionTrait) || knownAuthSchemes.has(id);
}

/** The id that clients use for calls without authentication; it is not a trait. */
const noAuth = "smithy.api#noAuth";
const sigv4 = sigv4Trait.id;
const sigv4a = sigv4aTrait.id;

/** Traits whose definitions may be missing in a JSON AST. */
const knownAuthSchemes = new Set([
  sigv4,
  sigv4a,
  httpApiKeyAuthTrait.id,
  httpBasicAuthTrait.id,
  httpBearerAuthTrait.id,
  httpDigestAuthTrait.id,
]);

/**
 * Reports whether all operations of a service require the same scheme, and it signs requests without
 * a challenge from the service.
 */
export function hasOnlyScheme({
  authSchemes,
  furtherAuthSchemes,
  operations,
}: Pick<ClientPlan, "authSchemes" | "furtherAuthSchemes" | "operations">): boolean {
  const [scheme] = authSchemes;
  return (
    authSchemes.length === 1 &&
    furtherAuthSchemes.length === 0 &&
    operations.every(({ clientAuth }) => clientAuth === undefined) &&
    (scheme?.kind === "httpApiKeyAuth" ||
      scheme?.kind === "httpBasicAuth" ||
      scheme?.kind === "httpBearerAuth")
  );
}
