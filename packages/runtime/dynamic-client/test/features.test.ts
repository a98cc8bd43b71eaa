import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { HttpHandler } from "@tinsmith/client-runtime";
import type { HttpRequest, HttpResponse } from "@smithy/types";
import { loadModel } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { handleRequest } from "@tinsmith/client-runtime/plugins";
import { defineClient } from "../src/index.js";

/** Creates the client class of a restJson1 service with one operation. */
function serviceWith(traits: string, operation: string) {
  const text = `$version: "2"
namespace example.yard
use aws.auth#sigv4
use aws.protocols#httpChecksum
use aws.protocols#restJson1
@restJson1 ${traits} service Yard { version: "1", operations: [Do] }
${operation}
`;
  const { model, diagnostics } = loadModel([{ path: "yard.smithy", text }]);
  const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
  if (!model || errors.length > 0) {
    throw new Error(errors.map(({ message }) => message).join("\n"));
  }
  return defineClient(model);
}

function recordingHandler(response: Partial<HttpResponse> = {}) {
  const requests: HttpRequest[] = [];
  const requestHandler: HttpHandler = {
    handle: async (request) => {
      requests.push(request);
      return {
        response: {
          statusCode: 200,
          headers: {},
          body: new TextEncoder().encode("{}"),
          ...response,
        },
      };
    },
  };
  return { requests, requestHandler };
}

const common = { endpoint: "https://yard.example", region: "us-east-1", maxAttempts: 1 };
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s" };

describe("a handler in the step sign with a priority above 50", () => {
  it.each([
    ["without authentication", "", {}, undefined],
    ["with one scheme", "@httpBearerAuth", { token: { token: "t" } }, "Bearer t"],
    [
      "with a choice of schemes",
      "@httpBasicAuth @httpBearerAuth",
      { token: { token: "t" } },
      "Bearer t",
    ],
  ])("runs before signing in a client %s", async (_, trait, options, authorization) => {
    const Yard = serviceWith(trait, '@http(method: "POST", uri: "/do") operation Do {}');
    const { requests, requestHandler } = recordingHandler();
    const seen: unknown[] = [];
    const handler = handleRequest({ step: "sign", priority: 90 }, ({ headers }) => {
      seen.push(headers["authorization"]);
      headers["x-seen"] = "yes";
    });
    await new Yard({ ...common, ...options, requestHandler, plugins: [handler] })["do"]?.();
    expect(seen).toEqual([undefined]);
    expect(requests[0]?.headers).toMatchObject({ "x-seen": "yes" });
    expect(requests[0]?.headers["authorization"]).toBe(authorization);
  });
});

describe("the authentication of a dynamic client", () => {
  it.each([
    [
      "an API key",
      '@httpApiKeyAuth(name: "X-Key", in: "header")',
      { apiKey: { apiKey: "k" } },
      { "x-key": "k" },
    ],
    ["a bearer token", "@httpBearerAuth", { token: { token: "t" } }, { authorization: "Bearer t" }],
    [
      "a name and a password",
      "@httpBasicAuth",
      { login: { username: "u", password: "p" } },
      { authorization: "Basic dTpw" },
    ],
  ])("sends %s", async (_, trait, options, headers) => {
    const Yard = serviceWith(trait, '@http(method: "POST", uri: "/do") operation Do {}');
    const { requests, requestHandler } = recordingHandler();
    await new Yard({ ...common, ...options, requestHandler })["do"]?.();
    expect(requests[0]?.headers).toMatchObject(headers);
  });

  it("uses the scheme of an operation that overrides its service", async () => {
    const Yard = serviceWith(
      '@sigv4(name: "yard") @httpBearerAuth @auth([sigv4])',
      '@auth([httpBearerAuth]) @http(method: "POST", uri: "/do") operation Do {}',
    );
    const { requests, requestHandler } = recordingHandler();
    await new Yard({ ...common, credentials, token: { token: "t" }, requestHandler })["do"]?.();
    expect(requests[0]?.headers["authorization"]).toBe("Bearer t");
  });
});

describe("a dynamic client", () => {
  it("fills in the defaults of nested structures in inputs, and all defaults in outputs", async () => {
    const Yard = serviceWith(
      "",
      `@http(method: "POST", uri: "/do") operation Do {
        input := {
          inner: Inner
          left: Integer = 1
        }
        output := {
          count: Long = 9223372036854775807
          @required name: String
        }
      }
      structure Inner {
        size: Integer = 2
        @clientOptional other: Integer = 3
      }`,
    );
    const { requests, requestHandler } = recordingHandler();
    const output = await new Yard({ ...common, requestHandler })["do"]?.({ inner: {} });
    expect(requests[0]?.body).toBe('{"inner":{"size":2}}');
    expect(output).toMatchObject({ count: 9223372036854775807n, name: "" });
  });

  it("compresses requests and adds checksums as the model declares", async () => {
    const Yard = serviceWith(
      "",
      `@requestCompression(encodings: ["gzip"])
      @httpChecksum(requestAlgorithmMember: "algorithm", requestChecksumRequired: true)
      @http(method: "POST", uri: "/do") operation Do {
        input := { @httpHeader("x-algorithm") algorithm: Algorithm, text: String }
      }
      enum Algorithm { SHA256 }`,
    );
    const { requests, requestHandler } = recordingHandler();
    const client = new Yard({ ...common, requestHandler, requestMinCompressionSizeBytes: 10 });
    await client["do"]?.({ text: "x".repeat(100), algorithm: "SHA256" });
    const [request] = requests;
    expect(gunzipSync(request?.body).toString()).toContain("xxx");
    expect(request?.headers).toMatchObject({ "content-encoding": "gzip", "x-algorithm": "SHA256" });
    expect(request?.headers["x-amz-checksum-sha256"]).toMatch(/^[\w+/]{43}=$/);
  });

  it("throws the error that ends an event stream as an instance of its modeled class", async () => {
    const Yard = serviceWith(
      "",
      `@http(method: "POST", uri: "/do") operation Do { output := { @httpPayload events: Events } }
      @streaming union Events { full: Full }
      @error("client") structure Full { free: Integer }`,
    );
    // `{"free":0}`, as an exception of the type `full`.
    const bytes =
      "AAAAbAAAAFK8hXX9DTptZXNzYWdlLXR5cGUHAAlleGNlcHRpb24POmV4Y2VwdGlvbi10eXBlBwAEZnVsbA06Y29udGVudC10eXBlBwAQYXBwbGljYXRpb24vanNvbnsiZnJlZSI6MH0kARTO";
    const { requestHandler } = recordingHandler({
      headers: { "content-type": "application/vnd.amazon.eventstream" },
      body: Buffer.from(bytes, "base64"),
    });
    const output = await new Yard({ ...common, requestHandler })["do"]?.();
    const read = async () => {
      for await (const _ of Object(output?.["events"]))
        throw new Error("The stream must not contain an event.");
    };
    const error = await read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Yard.exceptions["Full"]);
    expect(error).toMatchObject({ name: "Full", free: 0 });
  });
});

const s3 = new URL("../../../../../shared/corpora/aws-models/s3-2006-03-01.json", import.meta.url);
const hasModel = existsSync(s3);
if (!hasModel) console.info(`Skipped: ${s3.pathname} is missing.`);

describe.runIf(hasModel)("a dynamic client of S3", () => {
  it("omits a label from the path if the endpoint contains it", async () => {
    const S3 = defineClient(readFileSync(s3, "utf8"));
    const { requests, requestHandler } = recordingHandler({ body: new Uint8Array() });
    const client = new S3({ region: "eu-west-1", credentials, maxAttempts: 1, requestHandler });
    await client["headBucket"]?.({ Bucket: "b1-bucket" });
    expect(requests[0]).toMatchObject({
      hostname: "b1-bucket.s3.eu-west-1.amazonaws.com",
      path: "/",
    });
  });
});
