import { randomBytes } from "node:crypto";
import type { HttpRequestMessage, OperationDescription } from "@tinsmith/protocols";
import { memberNamesOf, nameOf, requiredCountOf, traitsOf } from "@tinsmith/schema";
import type { AuthDescription, AuthScheme } from "../service/auth-description.js";
import { ServiceError } from "../service/service-error.js";
import type { AuthOptions } from "./auth-options.js";
import { presentedIn } from "./present.js";

/** The outcome for a request that has the required credentials. */
export interface Admission {
  /** The kind of the credentials; undefined if credentials are not required. */
  readonly kind: AuthScheme["kind"] | undefined;
}

/** A request without the required credentials. */
export class Unauthorized extends ServiceError {
  /** The value of the header `www-authenticate`; empty if no scheme has a challenge. */
  readonly challenge: string;

  constructor(name: string, message: string, challenge: string) {
    super({ name, $fault: "client", message, statusCode: 401 });
    this.challenge = challenge;
  }
}

/**
 * Admits requests with credentials of a scheme that their operation accepts.
 *
 * @throws Unauthorized that states what is missing
 */
export type RequireCredentials = (
  request: HttpRequestMessage,
  operation: Pick<OperationDescription, "schema" | "errors">,
) => Promise<Admission>;

/**
 * Returns the function that enforces a service's authentication; undefined if enforcement is off.
 *
 * @throws TypeError if enforcement is on for a service without authentication
 */
export function credentialsFor(
  wanted: boolean | AuthOptions | undefined,
  described: AuthDescription | undefined,
): RequireCredentials | undefined {
  if (wanted === undefined || wanted === false) return undefined;
  if (!described || described.schemes.length === 0) {
    throw new TypeError(
      "Cannot require credentials: the model of this service has no authentication schemes.",
    );
  }
  const { accepts } = wanted === true ? {} : wanted;
  return async (request, operation) => {
    const name = nameOf(operation.schema);
    const schemes = schemesOf(described, name);
    if (schemes === undefined) return { kind: undefined };
    let refused: AuthScheme | undefined;
    for (const scheme of schemes) {
      const credentials = presentedIn(request, scheme);
      if (!credentials) continue;
      const presented = { operation: name, scheme: scheme.id, ...credentials };
      if (!accepts || (await accepts(presented)) === true) return { kind: scheme.kind };
      refused = scheme;
    }
    const message = refused
      ? `The credentials of the request to ${name} are not valid (${refused.id}).`
      : missing(name, schemes, request);
    throw new Unauthorized(errorNameOf(operation), message, challengeOf(schemes));
  };
}

/** Returns the schemes of an operation; undefined if it does not require credentials. */
function schemesOf(
  { schemes, service, operations = {} }: AuthDescription,
  operation: string,
): readonly AuthScheme[] | undefined {
  const ids = Object.hasOwn(operations, operation) ? operations[operation] : service;
  if (ids === undefined) return schemes;
  const own = ids.map((id) => schemes.find((scheme) => scheme.id === id));
  const known = own.filter((scheme) => scheme !== undefined);
  // `smithy.api#noAuth` is not a scheme.
  return known.length < ids.length || ids.length === 0 ? undefined : known;
}

function missing(
  operation: string,
  schemes: readonly AuthScheme[],
  { headers }: HttpRequestMessage,
): string {
  const expected = schemes.map((scheme) => `${formOf(scheme)} (${scheme.id})`).join(", or ");
  const sent = headers["authorization"];
  const found =
    sent === undefined
      ? "The request has no Authorization header."
      : `The Authorization header of the request has the scheme ${JSON.stringify(sent.split(" ")[0])}, or lacks a part.`;
  return `${operation} requires credentials: ${expected}. ${found}`;
}

function formOf(scheme: AuthScheme): string {
  switch (scheme.kind) {
    case "httpBearerAuth":
      return "the header Authorization: Bearer TOKEN";
    case "httpBasicAuth":
      return "the header Authorization: Basic BASE64(USER:PASSWORD)";
    case "httpDigestAuth":
      return "the header Authorization: Digest with username and response";
    case "httpApiKeyAuth":
      if (scheme.in === "query") return `the query parameter ${scheme.name}`;
      return `the header ${scheme.name}${scheme.scheme === undefined ? "" : `: ${scheme.scheme} KEY`}`;
    case "sigv4":
      return "a signature of AWS Signature Version 4";
    case "sigv4a":
      return "a signature of AWS Signature Version 4A";
    case "custom":
      return "credentials of the scheme";
  }
}

function challengeOf(schemes: readonly AuthScheme[]): string {
  const challenges = schemes.flatMap((scheme) => {
    switch (scheme.kind) {
      case "httpBearerAuth":
        return ["Bearer"];
      case "httpBasicAuth":
        return ['Basic realm="mock", charset="UTF-8"'];
      case "httpDigestAuth":
        return [
          `Digest realm="mock", qop="auth", algorithm=SHA-256, nonce="${randomBytes(16).toString("hex")}"`,
        ];
      case "sigv4":
        return ["AWS4-HMAC-SHA256"];
      case "sigv4a":
        return ["AWS4-ECDSA-P256-SHA256"];
      default:
        return [];
    }
  });
  return challenges.join(", ");
}

/**
 * Returns the name of the operation's error with the status 401, if a message is its only required
 * member; otherwise `UnauthorizedException`.
 */
function errorNameOf({ errors }: Pick<OperationDescription, "errors">): string {
  const own = errors.find(
    (error) =>
      traitsOf(error)["httpError"] === 401 &&
      memberNamesOf(error)
        .slice(0, requiredCountOf(error))
        .every((member) => /^message$/i.test(member)),
  );
  return own ? nameOf(own) : "UnauthorizedException";
}
