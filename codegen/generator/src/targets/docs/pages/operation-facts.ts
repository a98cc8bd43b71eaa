import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { AuthSchemePlan, OperationPlan } from "@tinsmith/service";
import { breakable } from "./breakable.js";
import type { PageContext } from "./page-context.js";

/**
 * Returns the facts of the model about an operation besides its members: HTTP, credentials, pages.
 */
export function operationFacts(operation: OperationPlan, context: PageContext): ElementContent[] {
  const facts = [
    ...httpFacts(operation),
    ...authFacts(operation, context),
    ...streamFacts(operation),
    ...pageFacts(operation),
    ...tokenFact(operation),
    ...waiterFacts(operation),
    ...(operation.tags.length === 0 ? [] : [fact("Tags", [operation.tags.join(", ")])]),
  ];
  return facts.length === 0 ? [] : [h("dl", { className: ["facts", "small"] }, facts)];
}

function fact(label: string, value: (string | Element | ElementContent)[]): Element {
  return h("div", [h("dt", label), h("dd", value)]);
}

const code = (text: string): Element => h("code", breakable(text));

function httpFacts({ http, hostPrefix, compression, checksum }: OperationPlan): Element[] {
  return [
    ...(http === undefined
      ? []
      : [
          fact("HTTP", [code(`${http.method} ${http.uri}`)]),
          fact("Success", [`Status ${http.code}`]),
        ]),
    ...(hostPrefix === undefined ? [] : [fact("Host prefix", [code(hostPrefix)])]),
    ...(compression === undefined
      ? []
      : [fact("Compression", [`Requests may be compressed: ${compression.join(", ")}`])]),
    ...(checksum === undefined ? [] : [fact("Checksum", ["The client adds or verifies one"])]),
  ];
}

/** Returns the credentials if they differ from those of the service. */
function authFacts(
  { authSchemes, optionalAuth, clientAuth, unsignedPayload }: OperationPlan,
  { site }: PageContext,
): Element[] {
  const payload = unsignedPayload ? [fact("Signature", ["The body is not signed"])] : [];
  if (clientAuth === undefined && !optionalAuth) return payload;
  if (authSchemes.length === 0) {
    return [fact("Authentication", ["None. Anyone may call this operation"])];
  }
  const names = authSchemes.map((scheme) => schemeName(scheme)).join(", ");
  const own = site.plan.authSchemes.map(({ id }) => id).join();
  const isOwn = authSchemes.map(({ id }) => id).join() !== own;
  if (!optionalAuth && !isOwn) return payload;
  const text = optionalAuth ? `Optional: ${names}` : names;
  return [fact("Authentication", [text]), ...payload];
}

function schemeName({ kind, id }: AuthSchemePlan): string {
  switch (kind) {
    case "sigv4":
      return "AWS Signature Version 4";
    case "sigv4a":
      return "AWS Signature Version 4a";
    case "httpBearerAuth":
      return "bearer token";
    case "httpBasicAuth":
      return "HTTP Basic";
    case "httpDigestAuth":
      return "HTTP Digest";
    case "httpApiKeyAuth":
      return "API key";
    case "custom":
      return id;
  }
}

function streamFacts(operation: OperationPlan): Element[] {
  const { inputStream, outputStream, inputEventStream, outputEventStream } = operation;
  const sides = [
    ["Streamed request", inputStream, "is sent as it is read"],
    ["Streamed response", outputStream, "can be read as it arrives"],
    ["Events sent", inputEventStream?.member, "is an async iterable of events"],
    ["Events received", outputEventStream?.member, "is an async iterable of events"],
  ] as const;
  return sides.flatMap(([label, member, text]) =>
    member === undefined ? [] : [fact(label, [code(member), ` ${text}`])],
  );
}

function pageFacts({ pagination }: OperationPlan): Element[] {
  if (pagination === undefined) return [];
  const { inputToken, outputToken, items, pageSize } = pagination;
  return [
    fact("Pages", [code(outputToken), " of a response goes into ", code(inputToken)]),
    ...(pageSize === undefined ? [] : [fact("Page size", [code(pageSize)])]),
    ...(items === undefined ? [] : [fact("Items of a page", [code(items)])]),
  ];
}

function tokenFact({ idempotencyTokenMember: member }: OperationPlan): Element[] {
  if (member === undefined) return [];
  return [fact("Retries", [code(member), " makes repeated requests safe; the client fills it in"])];
}

function waiterFacts({ waiters }: OperationPlan): Element[] {
  if (waiters.length === 0) return [];
  const links = waiters.flatMap(({ names }, index) => [
    ...(index === 0 ? [] : [", "]),
    h("a", { href: `#${encodeURIComponent(names.file)}` }, [code(names.waitUntil)]),
  ]);
  return [fact("Waiters", links)];
}
