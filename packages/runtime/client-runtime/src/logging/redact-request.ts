import type { HttpRequest, StaticOperationSchema } from "@smithy/types";
import {
  elementOf,
  entryValueOf,
  hasMembers,
  inputOf,
  membersOf,
  resolveSchema,
  traitsOf,
} from "@tinsmith/schema";
import { isSensitive, MASK } from "./sensitive.js";

const credentialHeaders = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "x-api-key",
  "x-amz-security-token",
  "x-amz-s3session-token",
  "x-amz-session-token",
]);

const credentialParameters = new Set([
  "x-amz-signature",
  "x-amz-credential",
  "x-amz-security-token",
  "x-amz-s3session-token",
  "signature",
  "awsaccesskeyid",
]);

/** The parts of a message outside of its body that carry members marked `@sensitive`. */
interface SensitivePlaces {
  readonly headers: ReadonlySet<string>;
  readonly headerPrefixes: readonly string[];
  readonly parameters: ReadonlySet<string>;
  readonly allParameters: boolean;
  readonly path: boolean;
  readonly host: boolean;
}

/**
 * Formats the request line and the headers of a request, without credentials and sensitive members.
 */
export function redactRequest(
  request: HttpRequest,
  operation: StaticOperationSchema,
): readonly string[] {
  const places = sensitivePlaces(inputOf(operation));
  const port = request.port === undefined ? "" : `:${request.port}`;
  const host = places.host ? MASK : `${request.hostname}${port}`;
  const path = places.path ? (getUriTemplate(operation) ?? MASK) : request.path;
  const query = Object.entries(request.query ?? {}).map(([name, value]) => {
    const hidden =
      places.allParameters ||
      places.parameters.has(name) ||
      credentialParameters.has(name.toLowerCase());
    return `${name}=${hidden ? MASK : String(value ?? "")}`;
  });
  const queryString = query.length > 0 ? `?${query.join("&")}` : "";
  return [
    `${request.method} ${request.protocol}//${host}${path}${queryString}`,
    ...redactHeaders(request.headers, places, places.host ? ["host"] : []),
  ];
}

/** Formats the headers of a message, one per line, without credentials and sensitive members. */
export const redactHeaders = (
  headers: Readonly<Record<string, string>>,
  places: Pick<SensitivePlaces, "headers" | "headerPrefixes">,
  others: readonly string[] = [],
): readonly string[] =>
  Object.entries(headers).map(([name, value]) => {
    const key = name.toLowerCase();
    const hidden =
      credentialHeaders.has(key) ||
      others.includes(key) ||
      places.headers.has(key) ||
      places.headerPrefixes.some((prefix) => key.startsWith(prefix));
    return `${name}: ${hidden ? MASK : value}`;
  });

/** Finds the sensitive parts of messages with a structure bound to HTTP, outside of their body. */
export function sensitivePlaces(reference: StaticOperationSchema[4]): SensitivePlaces {
  const headers = new Set<string>();
  const headerPrefixes: string[] = [];
  const parameters = new Set<string>();
  let [allParameters, path, host] = [false, false, false];
  const { schema } = resolveSchema(reference);
  for (const [, member] of hasMembers(schema) ? membersOf(schema) : []) {
    const { schema: target, traits } = resolveSchema(member);
    const inside = elementOf(target) ?? entryValueOf(target);
    const isInside = inside !== undefined && isSensitive(resolveSchema(inside).traits);
    if (!isInside && !isSensitive(traits)) continue;
    if (traits.httpHeader !== undefined) headers.add(traits.httpHeader.toLowerCase());
    if (traits.httpPrefixHeaders !== undefined) {
      headerPrefixes.push(traits.httpPrefixHeaders.toLowerCase());
    }
    if (traits.httpQuery !== undefined) parameters.add(traits.httpQuery);
    allParameters ||= Boolean(traits.httpQueryParams);
    path ||= Boolean(traits.httpLabel);
    host ||= Boolean(traits["hostLabel"]) || Boolean(traits.httpLabel);
  }
  return { headers, headerPrefixes, parameters, allParameters, path, host };
}

function getUriTemplate(operation: StaticOperationSchema): string | undefined {
  const { http } = resolveSchema(inputOf(operation)).traits;
  const traits = traitsOf(operation);
  return (traits.http ?? http)?.[1];
}
