import { describe, expect, it } from "vitest";
import { diagnose } from "./events.js";

const lines = (text: string): readonly string[] =>
  diagnose(`namespace ns\n${text}`).map(
    ({ severity, code, shapeId, message }) =>
      `[${severity}] ${shapeId ?? "-"}: ${message} | ${code}`,
  );

const service = (operations: string) => `service S { version: "1", operations: [${operations}] }`;

describe("the validation of HTTP bindings", () => {
  it.each([
    [
      "a payload of a method without a body",
      '@readonly @http(method: "GET", uri: "/") operation A { input := { @httpPayload x: Blob }, output := {} }',
      /^\[DANGER\] ns#A: This operation uses the `GET` method in the `http` trait, but the `x` member is sent as the payload .* \| HttpMethodSemantics\.UnexpectedPayload$/,
    ],
    [
      "unbound members of a method without a body",
      '@readonly @http(method: "GET", uri: "/") operation A { input := { x: Blob, y: String }, output := {} }',
      /^\[DANGER\] ns#A: .* the following members are sent as part of the payload of the request: `x`, `y`\. /,
    ],
    [
      "a method in the wrong case",
      '@readonly @http(method: "get", uri: "/") operation A { input := {}, output := {} }',
      /^\[WARNING\] ns#A: This operation uses the `get` method in the `http` trait, but expected `GET`\. \| HttpMethodSemantics$/,
    ],
    [
      "an idempotent trait on a method that is not idempotent",
      '@idempotent @http(method: "GET", uri: "/") operation A { input := {}, output := {} }',
      /^\[WARNING\] ns#A: .* but is marked with the idempotent trait \| HttpMethodSemantics\.UnnecessaryIdempotentTrait$/,
    ],
    [
      "two labels in the same position",
      `${service("A, B")}
     @readonly @http(method: "GET", uri: "/a/{b}") operation A { input := { @required @httpLabel b: String }, output := {} }
     @readonly @http(method: "GET", uri: "/a/{c}") operation B { input := { @required @httpLabel c: String }, output := {} }`,
      /^\[ERROR\] ns#A: Operation URI, `\/a\/\{b\}`, conflicts with other operation URIs in the same service: \[`ns#B` \(\/a\/\{c\}\)\] \| HttpUriConflict$/,
    ],
    [
      "two labels in the same position, regardless of their patterns",
      `${service("A, B")}
     @readonly @http(method: "GET", uri: "/a/{b}") operation A { input := { @required @httpLabel @pattern("^x$") b: String }, output := {} }
     @readonly @http(method: "GET", uri: "/a/{c}") operation B { input := { @required @httpLabel @pattern("^y$") c: String }, output := {} }`,
      /^\[ERROR\] ns#A: Operation URI, .* \| HttpUriConflict$/,
    ],
    [
      "an input binding that is also used elsewhere",
      `@readonly @http(method: "GET", uri: "/") operation A { input: M, output: M }
     structure M { @httpQuery("q") q: String }`,
      /^\[WARNING\] ns#M\$q: The `httpQuery` trait applied to this member is ignored in some contexts: \{output: \[ns#A\]\} \| HttpBindingTraitIgnored\.Input$/,
    ],
    [
      "an HTTP binding on a member outside of messages",
      'structure A { b: B } structure B { @httpHeader("x") c: String }'.replace("} ", "}\n"),
      /^\[WARNING\] ns#B\$c: The `httpHeader` trait applied to this member is ignored in all contexts\. \| HttpBindingTraitIgnored\.TopLevel$/,
    ],
    [
      "unbound members of an error with a payload",
      '@error("client") structure E { @httpPayload a: String, b: String }\n@readonly @http(method: "GET", uri: "/") operation A { input := {}, output := {}, errors: [E] }',
      /^\[ERROR\] ns#E: A member of this structure is marked with the `httpPayload` trait, but the following structure members are not explicitly bound to the HTTP message: `b` \| HttpPayload$/,
    ],
  ])("reports %s", (_, text, expected) => {
    const found = lines(text);
    expect(found.find((line) => expected.test(line)) ?? found).toEqual(
      expect.stringMatching(expected),
    );
  });

  it("reports a character in a URI only if it is not an ASCII character", () => {
    const format = (uri: string) =>
      lines(`@readonly @http(method: "GET", uri: "${uri}") operation A {}`);
    expect(format("/cité")).toEqual([
      "[ERROR] ns#A: @http trait `uri` is invalid: /cité | HttpUriFormat",
    ]);
    for (const uri of ["/a b", "/a<b>c", "/a|b", "/a%zz", "/a^b", "/a?x=y z", "/a`b", '/a\\"b']) {
      expect(format(uri)).toEqual([]);
    }
  });

  it.each([
    [
      "URIs that differ in specificity",
      `${service("A, B, C, D, E")}
     @readonly @http(method: "GET", uri: "/a/{b}") operation A { input := { @required @httpLabel b: String }, output := {} }
     @readonly @http(method: "GET", uri: "/a/c") operation B { input := {}, output := {} }
     @readonly @http(method: "GET", uri: "/a/{b+}") operation C { input := { @required @httpLabel b: String }, output := {} }
     @readonly @http(method: "GET", uri: "/a/{b}/d") operation D { input := { @required @httpLabel b: String }, output := {} }
     @readonly @http(method: "GET", uri: "/a/c?d") operation E { input := {}, output := {} }`,
    ],
    [
      "different hosts",
      `${service("A, B")}
     @endpoint(hostPrefix: "a.") @readonly @http(method: "GET", uri: "/") operation A { input := {}, output := {} }
     @endpoint(hostPrefix: "b.") @readonly @http(method: "GET", uri: "/") operation B { input := {}, output := {} }`,
    ],
    [
      "custom methods",
      '@http(method: "PURGE", uri: "/") operation A { input := {}, output := {} }',
    ],
    [
      "labels that differ in case from their members",
      '@readonly @http(method: "GET", uri: "/{ID}") operation A { input := { @required @httpLabel ID: String }, output := {} }',
    ],
  ])("accepts %s", (_, text) => {
    expect(lines(text)).toEqual([]);
  });
});
