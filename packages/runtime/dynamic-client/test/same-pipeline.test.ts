import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MetadataBearer } from "@smithy/types";
import type {
  ApiClient as ApiClientValue,
  ApiDescription,
  ResolvedServiceClientConfig,
  ServiceClientClass,
  ServiceDescription,
} from "@tinsmith/client-runtime/generated/v1";
import { planService } from "@tinsmith/service";
import { loadModel } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import { describe, expect, it, vi } from "vitest";
import { defineClient } from "../src/index.js";
import { emittedPipeline, writeCall } from "./emitted-client.js";
import type { Pipeline } from "./emitted-client.js";

type ApiClientClass = typeof ApiClientValue;

/**
 * The recorded calls that created the parts, the names of exports, and the descriptions of clients.
 */
const seen = vi.hoisted(() => ({
  calls: new Map<unknown, readonly [name: string, args: readonly unknown[]]>(),
  names: new Map<unknown, string>(),
  descriptions: new Array<ServiceDescription | ApiDescription>(),
}));

/** Records the names of an entry's exports, and wraps its factories to record their calls. */
const recordEntry = vi.hoisted(
  () => (entry: Readonly<Record<string, unknown>>, factories: readonly string[]) => {
    for (const [name, value] of Object.entries(entry)) seen.names.set(value, name);
    const wrapped = factories.map((name) => {
      const factory = entry[name];
      if (typeof factory !== "function") throw new TypeError(`${name} must be a function.`);
      const call = (...args: readonly unknown[]): unknown => {
        const made: unknown = Reflect.apply(factory, undefined, args);
        seen.calls.set(made, [name, args]);
        return made;
      };
      return [name, call];
    });
    return { ...entry, ...Object.fromEntries(wrapped) };
  },
);

vi.mock("@tinsmith/client-runtime/generated/v1", async (load) => {
  const entry = await load<{
    readonly ServiceClient: ServiceClientClass;
    readonly ApiClient: ApiClientClass;
  }>();
  class ServiceClient extends entry.ServiceClient<
    object,
    MetadataBearer,
    ResolvedServiceClientConfig
  > {
    constructor(...[description, config]: ConstructorParameters<ServiceClientClass>) {
      super(description, config);
      seen.descriptions.push(description);
    }
  }
  class ApiClient extends entry.ApiClient<object, MetadataBearer, ResolvedServiceClientConfig> {
    constructor(...[description, config]: ConstructorParameters<ApiClientClass>) {
      super(description, config);
      seen.descriptions.push(description);
    }
  }
  const factories = ["sigv4", "authenticated", "authentication", "endpointRules"];
  return { ...recordEntry({ ...entry }, factories), ServiceClient, ApiClient };
});
vi.mock("@tinsmith/client-runtime/generated/v1/sigv4a", async (load) =>
  recordEntry(await load(), ["sigv4a"]),
);
vi.mock("@tinsmith/client-runtime/generated/v1/http-auth", async (load) =>
  recordEntry(await load(), [
    "bearerToken",
    "customAuth",
    "httpApiKeyAuth",
    "httpBasicAuth",
    "httpBearerAuth",
    "httpDigestAuth",
  ]),
);
vi.mock("@tinsmith/client-runtime/generated/v1/endpoint-discovery", async (load) =>
  recordEntry(await load(), ["endpointDiscovery"]),
);
vi.mock("@tinsmith/client-runtime/generated/v1/checksums", async (load) =>
  recordEntry(await load(), []),
);
vi.mock("@tinsmith/client-runtime/generated/v1/compression", async (load) =>
  recordEntry(await load(), []),
);
vi.mock("@tinsmith/client-runtime/generated/v1/event-streams", async (load) =>
  recordEntry(await load(), []),
);
vi.mock("@tinsmith/client-runtime/generated/v1/services", async (load) =>
  recordEntry(await load(), []),
);
vi.mock("@tinsmith/client-runtime/generated/v1/streaming-blobs", async (load) =>
  recordEntry(await load(), []),
);

/** Reads the pipeline of a dynamic client from the description that it passes to the runtime. */
function dynamicPipeline(model: Model, service: string): Pipeline {
  const Client = defineClient(model, { service });
  seen.descriptions.length = 0;
  Reflect.construct(Client, [{ region: "us-east-1", endpoint: "https://service.example" }]);
  const [description] = seen.descriptions;
  if (description === undefined) throw new Error("The client has no description.");
  if ("parts" in description) {
    return { ...none, parts: description.parts.map(partName) };
  }
  return {
    ...none,
    features: (description.features ?? []).map(partName),
    authSchemes: description.authSchemes.map(partName),
    furtherAuthSchemes: (description.furtherAuthSchemes ?? []).map(partName),
    operationAuth: description.operationAuth,
  };
}

const none: Pipeline = {
  features: [],
  authSchemes: [],
  furtherAuthSchemes: [],
  operationAuth: {},
  parts: [],
};

function partName(part: unknown): string {
  const call = seen.calls.get(part);
  if (call !== undefined) return writeCall(call[0], call[1].filter(isDefined).map(withClassNames));
  const name = seen.names.get(part);
  if (name !== undefined) return name;
  throw new Error("The client has a part that the runtime does not export.");
}

/** Returns true unless the argument is undefined: generated code omits undefined arguments. */
function isDefined(argument: unknown): boolean {
  return argument !== undefined;
}

/** Replaces parts and classes in arguments with the code that creates them. */
function withClassNames(argument: unknown): unknown {
  if (seen.calls.has(argument)) return partName(argument);
  if (Array.isArray(argument)) return argument.map(withClassNames);
  // The function that interprets endpoint rules has no name. The generated function has this name.
  if (typeof argument === "function") return argument.name || "resolveEndpoint";
  if (typeof argument !== "object" || argument === null) return argument;
  return Object.fromEntries(
    Object.entries(argument).map(([name, value]) => [name, withClassNames(value)]),
  );
}

/** Returns the services of a model with a known protocol. */
function servicesOf(model: Model): readonly string[] {
  return model
    .shapesOfType("service")
    .map(({ id }) => id)
    .filter((id) => planService(model, id).protocols.some(({ name }) => name !== undefined));
}

function load(paths: readonly string[]): Model {
  const sources = paths.map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const { model } = loadModel(sources, { allowUnknownTraits: true });
  if (model === undefined) throw new Error(`${paths.join(", ")} do not load.`);
  return model;
}

/** Returns the pipelines of a model's services for generated and for dynamic clients. */
function pipelinesOf(model: Model): {
  readonly emitted: readonly Pipeline[];
  readonly dynamic: readonly Pipeline[];
} {
  const services = servicesOf(model);
  if (services.length === 0) throw new Error("The model has no service with a known protocol.");
  return {
    emitted: services.map((service) => emittedPipeline(planService(model, service))),
    dynamic: services.map((service) => dynamicPipeline(model, service)),
  };
}

const { model: everything } = loadModel([
  {
    path: "everything.smithy",
    text: `$version: "2"
namespace demo
use aws.api#clientDiscoveredEndpoint
use aws.api#clientEndpointDiscovery
use aws.api#clientEndpointDiscoveryId
use aws.api#service
use aws.auth#sigv4
use aws.auth#sigv4a
use aws.auth#unsignedPayload
use aws.protocols#httpChecksum
use aws.protocols#restJson1
use smithy.rules#endpointRuleSet
@trait @authDefinition structure handshake {}
@restJson1(http: ["h2"]) @service(sdkId: "Glacier")
@sigv4(name: "everything") @sigv4a(name: "everywhere")
@httpBasicAuth @httpBearerAuth @httpDigestAuth @handshake
@httpApiKeyAuth(name: "Authorization", in: "header", scheme: "Key")
@auth([sigv4, sigv4a, httpApiKeyAuth, httpBasicAuth])
@clientEndpointDiscovery(operation: Where, error: Moved)
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region" }
        AccountIdEndpointMode: { type: "string", builtIn: "AWS::Auth::AccountIdEndpointMode" }
    }
    rules: [{ type: "endpoint", conditions: [], endpoint: { url: "https://everything.example" } }]
})
service Everything { version: "1", operations: [Where, Go, Pack, Check, Digest, Ask, Talk, Send, Fetch, Load] }
@http(method: "POST", uri: "/go") @clientDiscoveredEndpoint(required: true)
operation Go { input := { @required @clientEndpointDiscoveryId table: String }, errors: [Moved] }
@error("client") structure Moved {}
@http(method: "POST", uri: "/where")
operation Where { input := { Operation: String, Identifiers: Names }, output := { Endpoints: Endpoints } }
map Names { key: String, value: String }
list Endpoints { member: Endpoint }
structure Endpoint { Address: String, CachePeriodInMinutes: Long }
@http(method: "POST", uri: "/pack") @requestCompression(encodings: ["gzip"])
operation Pack {}
@http(method: "POST", uri: "/check") @httpChecksum(requestAlgorithmMember: "algorithm")
operation Check { input := { @httpHeader("x-algorithm") algorithm: Algorithm } }
enum Algorithm { SHA256 }
@http(method: "POST", uri: "/digest") @httpChecksumRequired
operation Digest {}
@http(method: "POST", uri: "/ask") @endpoint(hostPrefix: "pre.") @auth([httpBearerAuth, httpDigestAuth])
operation Ask {}
@http(method: "POST", uri: "/talk") @auth([handshake])
operation Talk { input := { @httpPayload events: Events }, output := { @httpPayload events: Events } }
@streaming union Events { word: Word }
structure Word { text: String }
@http(method: "POST", uri: "/send") @unsignedPayload @optionalAuth
operation Send {}
@http(method: "GET", uri: "/fetch") @readonly
operation Fetch {
  output := {
    @httpPayload body: Data = ""
  }
}
@streaming blob Data
@http(method: "GET", uri: "/load") @readonly
operation Load { output := { @httpPayload body: Blob } }
`,
  },
]);

describe("the pipelines of a generated and of a dynamic client", () => {
  it("have every feature and scheme in the same order", () => {
    if (everything === undefined) throw new Error("The model does not load.");
    const { emitted, dynamic } = pipelinesOf(everything);
    expect(dynamic).toEqual(emitted);
    expect(emitted).toEqual([
      {
        features: [
          "requestCompression",
          "httpChecksums",
          "contentMd5",
          "unsignedPayload",
          "streamingBlobs",
          "payloadBlobs",
          "hostPrefixes",
          "accountIdEndpoints",
          writeCall("endpointDiscovery", [
            { command: "WhereCommand", takes: ["Operation", "Identifiers"], error: "Moved" },
          ]),
          "http2",
          "eventStreams",
          "eventErrors",
          "digestChallenges",
          "glacier",
        ],
        authSchemes: [
          'sigv4("everything")',
          'sigv4a("everywhere")',
          writeCall("httpApiKeyAuth", [{ name: "Authorization", in: "header", scheme: "Key" }]),
          "httpBasicAuth()",
        ],
        furtherAuthSchemes: [
          'httpBearerAuth("everything")',
          "httpDigestAuth()",
          'customAuth("demo#handshake")',
        ],
        operationAuth: {
          Ask: ["smithy.api#httpBearerAuth", "smithy.api#httpDigestAuth"],
          Send: [
            "aws.auth#sigv4",
            "aws.auth#sigv4a",
            "smithy.api#httpApiKeyAuth",
            "smithy.api#httpBasicAuth",
            "smithy.api#noAuth",
          ],
          Talk: ["demo#handshake"],
        },
        parts: [],
      },
    ]);
  });

  it("are equal for Marketplace Metering", () => {
    const path = fileURLToPath(new URL("../../../../model/model.json", import.meta.url));
    const { emitted, dynamic } = pipelinesOf(load([path]));
    expect(dynamic).toEqual(emitted);
  });
});

const corpora = fileURLToPath(new URL("../../../../../shared/corpora", import.meta.url));
const hasCorpora = existsSync(corpora);
if (!hasCorpora) console.info(`Skipped: the corpora are missing in ${corpora}.`);
const filesIn = (folder: string, ending: string): readonly string[] =>
  hasCorpora
    ? readdirSync(join(corpora, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(ending))
        .sort()
    : [];

describe.runIf(hasCorpora)("the pipelines of a generated and of a dynamic client", () => {
  it.each(filesIn("aws-models", ".json"))("are equal for %s", (name) => {
    const { emitted, dynamic } = pipelinesOf(load([join(corpora, "aws-models", name)]));
    expect(dynamic).toEqual(emitted);
  });

  it("are equal for the services of the protocol tests", () => {
    const paths = filesIn("protocol-tests", ".smithy");
    const model = load(paths.map((path) => join(corpora, "protocol-tests", path)));
    const { emitted, dynamic } = pipelinesOf(model);
    expect(dynamic).toEqual(emitted);
    expect(emitted.length).toBeGreaterThan(10);
  });
});
