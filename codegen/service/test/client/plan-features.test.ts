import { describe, expect, it } from "vitest";
import { planOf } from "../load-plan.js";

/** Plans a service with these traits, operations and shapes. */
const service = (traits: string, operations: string, ...shapes: readonly string[]) =>
  planOf(`$version: "2"
namespace demo
${traits}
service Demo { version: "1", operations: [${[...operations.matchAll(/operation (\w+)/g)].map(([, name]) => name).join(", ")}] }
${operations}
${shapes.join("\n")}
`);

const kinds = (plan: ReturnType<typeof service>) => plan.features.map(({ kind }) => kind);

describe("the features of a client's plan", () => {
  it("are empty if no operation requires a feature", () => {
    expect(kinds(service("", "operation Do {}"))).toEqual([]);
  });

  it("are in the order of the pipeline, regardless of the order of operations", () => {
    const plan = service(
      `@aws.protocols#restJson1(http: ["h2"], eventStreamHttp: ["h2"])
@httpDigestAuth
@aws.api#service(sdkId: "SQS", arnNamespace: "sqs")
@aws.api#clientEndpointDiscovery(operation: Endpoints, error: Gone)`,
      `@http(method: "POST", uri: "/a") operation Talk { input := { @httpPayload events: Events }, output := { @httpPayload events: Events } }
@http(method: "POST", uri: "/b") @endpoint(hostPrefix: "b.") @aws.api#clientDiscoveredEndpoint(required: false) operation Find { errors: [Gone] }
@http(method: "GET", uri: "/c") operation Read { output := { @httpPayload @required body: Body } }
@http(method: "POST", uri: "/d") @aws.auth#unsignedPayload operation Put {}
@http(method: "POST", uri: "/e") @httpChecksumRequired operation Old { input := { a: String } }
@http(method: "POST", uri: "/f") @aws.protocols#httpChecksum(requestChecksumRequired: true) operation New { input := { a: String } }
@http(method: "POST", uri: "/g") @requestCompression(encodings: ["gzip"]) operation Zip { input := { a: String } }
@http(method: "POST", uri: "/h") operation Endpoints { input := { Operation: String }, output := { @required Endpoints: Addresses }, errors: [Gone] }`,
      `@streaming blob Body`,
      `@streaming union Events { one: Event }`,
      `structure Event {}`,
      `list Addresses { member: Address }`,
      `structure Address { @required Address: String, @required CachePeriodInMinutes: Long }`,
      `@error("client") structure Gone {}`,
    );
    expect(kinds(plan)).toEqual([
      "requestCompression",
      "httpChecksums",
      "contentMd5",
      "unsignedPayload",
      "streamingBlobs",
      "hostPrefixes",
      "endpointDiscovery",
      "http2",
      "eventStreams",
      "eventErrors",
      "digestChallenges",
      "queueUrls",
    ]);
  });

  it("include the account id mode if endpoint rules require it", () => {
    const rules = {
      version: "1.0",
      parameters: { Mode: { type: "string", builtIn: "AWS::Auth::AccountIdEndpointMode" } },
      rules: [],
    };
    const plan = service(
      `@smithy.rules#endpointRuleSet(${JSON.stringify(rules)})`,
      "operation Do {}",
    );
    expect(kinds(plan)).toEqual(["accountIdEndpoints"]);
  });

  it("include the operation, the members and the error of endpoint discovery", () => {
    const plan = service(
      `@aws.api#clientEndpointDiscovery(operation: Endpoints, error: Gone)`,
      `@aws.api#clientDiscoveredEndpoint(required: true) operation Find { input := { @aws.api#clientEndpointDiscoveryId table: String, other: String }, errors: [Gone] }
operation Endpoints { input := { Identifiers: Names, Operation: String }, output := { @required Endpoints: Addresses } }`,
      `list Addresses { member: Address }`,
      `structure Address { @required Address: String, @required CachePeriodInMinutes: Long }`,
      `map Names { key: String, value: String }`,
      `@error("client") structure Gone {}`,
    );
    expect(plan.features).toEqual([
      {
        kind: "endpointDiscovery",
        operation: plan.operations.find(({ name }) => name === "Endpoints"),
        takes: ["Operation", "Identifiers"],
        error: "Gone",
      },
    ]);
    expect(plan.operations.map(({ name, discovery }) => [name, discovery])).toEqual([
      ["Endpoints", undefined],
      ["Find", { required: true, identifiers: ["table"] }],
    ]);
  });
});

describe("the checksum of an operation's plan", () => {
  const checksum = (traits: string, input: string) =>
    service("", `${traits} operation Do { input := { ${input} } }`).operations[0]?.checksum;

  it("is absent without a checksum trait", () => {
    expect(checksum("", "a: String")).toBeUndefined();
  });

  it("is an MD5 if only httpChecksumRequired is applied", () => {
    expect(checksum("@httpChecksumRequired", "a: String")).toEqual({ md5: true });
  });

  it("contains the members that select algorithms, and the header of the algorithm", () => {
    const enums = '@httpHeader("X-Amz-Algorithm") algorithm: String, mode: String';
    expect(
      checksum(
        `@aws.protocols#httpChecksum(requestChecksumRequired: true, requestAlgorithmMember: "algorithm", requestValidationModeMember: "mode", responseAlgorithms: ["CRC32", "SHA256"])`,
        enums,
      ),
    ).toEqual({
      required: true,
      algorithmMember: ["algorithm", "x-amz-algorithm"],
      validationMember: "mode",
      responseAlgorithms: ["CRC32", "SHA256"],
    });
  });
});
