import type { ClientProtocolFactory, HttpResponseMessage } from "@tinsmith/protocols";
import { inputOf, memberNamesOf, nameOf, resolveSchema, traitsOf } from "@tinsmith/schema";
import type { MemberedSchema } from "@tinsmith/schema";
import { encodeRfc3986 } from "@tinsmith/values";

/** An element of XML: its text, or its children by name. */
type Element = string | { readonly [name: string]: Element };

/**
 * The part of AWS Query that STS uses. The input is a form. The response is XML without attributes,
 * lists or repeated names. The complete protocol would be larger than the rest of the service,
 * because of its XML parser.
 */
export const stsProtocol: ClientProtocolFactory = ({ version }) => ({
  id: "aws.protocols#awsQuery",

  writeRequest: ({ schema }, input) => {
    const members = resolveSchema(inputOf(schema)).schema as MemberedSchema;
    const pairs = memberNamesOf(members).flatMap((name) => pairsOf(name, Reflect.get(input, name)));
    return {
      method: "POST",
      path: "/",
      query: {},
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: [["Action", nameOf(schema)], ["Version", version], ...pairs]
        .map(([name = "", value = ""]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`)
        .join("&"),
    };
  },

  readResponse: async (operation, response) => {
    const root = parse(await textOf(response));
    const { statusCode } = response;
    if (statusCode < 300) {
      const name = nameOf(operation.schema);
      return { output: withDates(child(child(root, `${name}Response`), `${name}Result`)) };
    }
    const document = child(root, "ErrorResponse");
    const error = child(document, "Error");
    const code = text(error, "Code") ?? "Unknown";
    const schema = operation.errors.find((one) => {
      const query = traitsOf(one)["awsQueryError"];
      return nameOf(one) === code || (Array.isArray(query) && query[0] === code);
    });
    return {
      error: {
        code: schema ? nameOf(schema) : code,
        schema,
        message: text(error, "Message"),
        data: typeof error === "string" ? {} : { ...error },
        fault: statusCode < 500 ? "client" : "server",
        statusCode,
        requestId: text(document, "RequestId"),
      },
    };
  },
});

/** Lists are numbered: `PolicyArns.member.1.arn`. */
function pairsOf(name: string, value: unknown): (readonly [string, string])[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => pairsOf(`${name}.member.${index + 1}`, item));
  }
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) => pairsOf(`${name}.${key}`, item));
  }
  return [[name, String(value)]];
}

/** Handlers of Node respond with streams. */
const textOf = ({ body }: HttpResponseMessage): Promise<string> =>
  new Response(body as ConstructorParameters<typeof Response>[0]).text();

function parse(xml: string): Element {
  const children = [...xml.matchAll(/<([\w:]+)(?:\s[^>]*)?>([^]*?)<\/\1>/g)];
  if (children.length === 0) return unescape(xml.trim());
  return Object.fromEntries(children.map(([, name = "", inner = ""]) => [name, parse(inner)]));
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

const unescape = (value: string): string =>
  value.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (all, hex?: string, decimal?: string, name = "") =>
      (hex ?? decimal)
        ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
        : (entities[name] ?? all),
  );

const child = (element: Element, name: string): Element =>
  typeof element === "string" ? "" : (element[name] ?? "");

function text(element: Element, name: string): string | undefined {
  const value = child(element, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Credentials are the only part of a response with a time. */
function withDates(result: Element): Record<string, unknown> {
  if (typeof result === "string") return {};
  const { Credentials: credentials } = result;
  if (credentials === undefined || typeof credentials === "string") return { ...result };
  const { Expiration: expiration, ...others } = credentials;
  return {
    ...result,
    Credentials: {
      ...others,
      ...(typeof expiration === "string" && { Expiration: new Date(expiration) }),
    },
  };
}
