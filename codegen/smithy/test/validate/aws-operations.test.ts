import { describe, expect, it } from "vitest";
import { diagnose } from "./events.js";

const lines = (text: string): readonly string[] =>
  diagnose(`namespace ns\n${text}`).map(
    ({ severity, code, shapeId, message }) =>
      `[${severity}] ${shapeId ?? "-"}: ${message} | ${code}`,
  );

/**
 * Returns the IDL of a service with a taggable resource and its tagging operations. The parameter
 * contains the input of `TagResource`.
 */
const tagged = (tagInput: string, resource = "", service = "@aws.api#tagEnabled") => `
  ${service}
  service S { version: "1", operations: [TagResource, UntagResource, ListTagsForResource], resources: [R] }
  @aws.api#taggable(property: "tags") ${resource}
  resource R { identifiers: { id: String }, properties: { tags: Tags }, create: C }
  operation C { input := { tags: Tags }, output := {} }
  operation TagResource { input := { ${tagInput} }, output := {} }
  operation UntagResource { input := { resourceArn: String, tagKeys: Keys }, output := {} }
  @readonly operation ListTagsForResource { input := { resourceArn: String }, output := { tags: Tags } }
  map Tags { key: String, value: String }
  list Keys { member: String }`;

const whole = "resourceArn: String, tags: Tags";
const arn = '@aws.api#arn(template: "r/{id}")';
const about = (text: string, code: string) =>
  lines(text).filter((line) => line.includes(` | ${code}`));

describe("validateModel", () => {
  it("recognizes service-wide tagging operations by their ARN and tags", () => {
    expect(about(tagged(whole, arn), "ServiceTagging")).toEqual([]);
    expect(about(tagged(whole, arn), "TaggableResource")).toEqual([]);
  });

  it.each([
    ["no ARN", "id: String, tags: Tags"],
    ["tags under another name", "resourceArn: String, labels: Tags"],
    ["tags twice", "resourceArn: String, tags: Tags, tagList: Tags"],
  ])("does not recognize a service-wide tagging operation whose input has %s", (_, input) => {
    expect(about(tagged(input, arn), "ServiceTagging")).toEqual([
      "[DANGER] ns#S: Shape `ns#TagResource` does not satisfy 'TagResource' operation requirements. | ServiceTagging",
    ]);
    expect(about(tagged(input, arn), "TaggableResource")).toEqual([
      "[DANGER] ns#R: Resource does not have tagging CRUD operations and is not compatible with service-wide tagging operations for service `ns#S`. | TaggableResource",
    ]);
  });

  it("requires an ARN for a resource that only operations of the service tag", () => {
    expect(about(tagged(whole), "TaggableResource")).toEqual([
      "[ERROR] ns#R: Resource is taggable only via service-wide tag operations. It must use the `aws.api@arn` trait. | TaggableResource",
    ]);
  });

  it("reports a taggable resource in a service without tagEnabled", () => {
    expect(about(tagged(whole, arn, ""), "TaggableResource")).toEqual([
      "[WARNING] ns#S: Service has resources with `aws.api#taggable` applied but does not have the `aws.api#tagEnabled` trait. | TaggableResource",
      "[DANGER] ns#R: Resource does not have tagging CRUD operations and is not compatible with service-wide tagging operations for service `ns#S`. | TaggableResource",
    ]);
  });
});

const checksum = (trait: string, input: string, output = "") => `
  @aws.protocols#httpChecksum(${trait})
  operation A { input := { ${input} }, output := { ${output} } }
  enum Algorithm { CRC32C }
  enum Mode { ENABLED }
  map Headers { key: String, value: String }`;
const header = '@httpHeader("x-amz-checksum-crc32c") sum: String';

describe("validateModel", () => {
  it("reports checksum headers only in the input or output to which httpChecksum applies", () => {
    const request = 'requestAlgorithmMember: "algorithm"';
    const members = "algorithm: Algorithm";
    const response = 'requestValidationModeMember: "mode", responseAlgorithms: ["CRC32C"]';
    expect(about(checksum(request, `${members}, ${header}`), "HttpChecksumTrait")).toEqual([
      "[WARNING] ns#A: The `httpHeader` binding of `x-amz-checksum-crc32c` on `AInput` starts with the prefix `x-amz-checksum-` used by the `httpChecksum` trait. | HttpChecksumTrait.HttpHeader.AInput.x-amz-checksum-crc32c",
    ]);
    expect(about(checksum(request, members, header), "HttpChecksumTrait")).toEqual([]);
    expect(about(checksum(response, `mode: Mode, ${header}`), "HttpChecksumTrait")).toEqual([]);
    expect(about(checksum(response, "mode: Mode", header), "HttpChecksumTrait")).toHaveLength(1);
  });

  it("reports a header prefix that matches checksum headers, but not a longer prefix", () => {
    const prefixed = (prefix: string) =>
      about(
        checksum(
          'requestAlgorithmMember: "algorithm"',
          `algorithm: Algorithm, @httpPrefixHeaders("${prefix}") all: Headers`,
        ),
        "HttpChecksumTrait",
      );
    expect(prefixed("x-amz-")).toHaveLength(1);
    expect(prefixed("x-amz-checksum-more-")).toEqual([]);
  });
});

const defined = (keys: string, traits = "") => `
  @aws.api#service(sdkId: "Example", arnNamespace: "example") ${traits}
  @aws.iam#defineConditionKeys(${keys})
  service S { version: "1" }`;

describe("validateModel", () => {
  it("compares condition keys including the prefix of their service", () => {
    const keys = '"a": { type: "String", required: true }';
    expect(about(defined(keys), "DefineConditionKeysTrait")).toEqual([
      "[ERROR] ns#S: The `example:a` condition key is defined as required but is resolved from the request. This property is only valid for condition keys resolved by the service, it MUST also be specified in the `@serviceResolvedConditionKeys` trait or use the `@required` trait instead. | DefineConditionKeysTrait",
    ]);
    const resolved = '@aws.iam#serviceResolvedConditionKeys(["example:a"])';
    expect(about(defined(keys, resolved), "DefineConditionKeysTrait")).toEqual([]);
  });

  it("infers condition keys from the IAM name of a resource", () => {
    const text = `
    @aws.api#service(sdkId: "Example", arnNamespace: "example")
    service S { version: "1", resources: [R] }
    @aws.iam#iamResource(name: "thing")
    resource R { identifiers: { id: String }, read: A }
    @readonly @aws.iam#conditionKeys(["example:thingId", "example:RId"])
    operation A { input := { @required id: String }, output := {} }`;
    expect(about(text, "ConditionKeys")).toEqual([
      "[ERROR] ns#A: This operation scoped within the `ns#S` service refers to an undefined condition key `example:RId`. Expected one of the following defined condition keys: [`example:thingId`] | ConditionKeys",
    ]);
  });

  it.each([
    ["aws.protocols#awsJson1_1", "ProtocolHttp"],
    ["smithy.protocols#rpcv2Cbor", "Rpcv2CborTrait"],
  ])(
    "rejects HTTP versions that are listed for event streams of %s only, with the event %s",
    (protocol, code) => {
      const text = `@${protocol}(http: ["h2"], eventStreamHttp: ["http/1.1"])\nservice S { version: "1" }`;
      expect(about(text, code)).toEqual([
        `[ERROR] ns#S: The following values of the \`eventStreamHttp\` property do not also appear in the \`http\` property of the ${protocol} protocol trait: [http/1.1] | ${code}`,
      ]);
    },
  );

  it("reports errors that the query protocol cannot distinguish", () => {
    const text = `
    @aws.protocols#awsQueryCompatible @aws.protocols#awsJson1_0
    service S { version: "1", errors: [Gone], operations: [A] }
    operation A { input := {}, output := {}, errors: [Lost, Other] }
    @error("client") structure Gone {}
    @error("client") @aws.protocols#awsQueryError(code: "Gone", httpResponseCode: 404) structure Lost {}
    @error("client") structure Other {}`;
    expect(about(text, "QueryErrorCode")).toEqual([
      "[DANGER] ns#S: Multiple error shapes with the error code `Gone` found: [ns#Gone, ns#Lost]. This error code ambiguity will result in the wrong error shape being deserialized when running the query protocol. This pain will be carried forward when migrating to a new protocol when using the awsQueryCompatible trait. | QueryErrorCode",
    ]);
  });
});

const idx = (members: string) => `use smithy.protocols#idx\nstructure A { ${members} }`;

describe("validateModel", () => {
  it.each([
    [
      "@idx(1) a: String, b: String",
      "ns#A$b: Shape `ns#A` contains an idx trait, but its member `ns#A$b` is missing an idx trait",
    ],
    ["@idx(1) a: String, @idx(1) b: String", 'ns#A$b: Duplicate idx value "1"'],
    [
      "@idx(2) a: String",
      "ns#A$a: idx must start at 1 and increase with no gaps, but no members were found for idx 1",
    ],
    [
      "@idx(1) a: String, @idx(4) b: String",
      "ns#A$b: idx must start at 1 and increase with no gaps, but no members were found for idxs between 2 and 3, inclusive",
    ],
  ])("reports the indexes of %s", (members, expected) => {
    expect(about(idx(members), "IndexedTrait")).toEqual([`[ERROR] ${expected} | IndexedTrait`]);
  });

  it("requires an index on every member in the closure of an indexed service, except on streams", () => {
    const text = `
    @smithy.protocols#indexed service S { version: "1", operations: [A] }
    operation A { input := { @required @httpPayload stream: Stream, name: String }, output := {} }
    @streaming blob Stream`;
    expect(about(text, "IndexedTrait")).toEqual([
      "[ERROR] ns#AInput$name: Structure `ns#AInput` is in the closure of an indexed service, but its member `ns#AInput$name` is missing an idx trait | IndexedTrait",
    ]);
  });
});

const contract = (expression: string) => `
  @smithy.contracts#conditions(Ordered: { expression: "${expression}", documentation: "d" })
  structure A { start: Integer, end: Integer }`;

describe("validateModel", () => {
  it.each([
    ["start < end", []],
    [
      "start",
      [
        "[DANGER] ns#A: Condition Ordered expression must return a boolean type, but this expression was statically determined to return a `number` type. | ConditionsTrait",
      ],
    ],
    [
      "begin < end",
      [
        "[DANGER] ns#A: Condition `Ordered`: Problem found in JMESPath expression (begin < end): Object field 'begin' does not exist in object with properties [start, end] (1:1) | ConditionsTrait.JmespathProblem.JmespathEventDanger.Ordered",
      ],
    ],
  ])("validates the types in the condition %s", (expression, expected) => {
    expect(about(contract(expression), "ConditionsTrait")).toEqual(expected);
  });

  it("reports a condition that is not an expression", () => {
    expect(about(contract("||"), "ConditionsTrait")[0]).toMatch(
      /^\[ERROR\] ns#A: Condition `Ordered`: Invalid JMESPath expression \(\|\|\): Syntax error/,
    );
  });

  it("treats an example without an input like an example with an empty input", () => {
    const text = `@examples([{ title: "it", output: {} }])
    operation A { input := { @required a: String }, output := {} }`;
    expect(about(text, "ExamplesTrait")).toEqual([
      "[ERROR] ns#A: Example input of `it`: Missing required structure member `a` for `ns#AInput` | ExamplesTrait",
    ]);
  });
});
