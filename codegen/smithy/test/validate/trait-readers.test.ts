import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/load/load-model.js";
import { validateModel } from "../../src/validate/validate-model.js";

/**
 * Returns the message and the location of the event about an unreadable trait value in a JSON AST.
 */
function reading(trait: string, value: unknown): string | undefined {
  const shapes = { "ns#A": { type: "structure", traits: { [trait]: value } } };
  const text = JSON.stringify({ smithy: "2.0", shapes });
  const { model, diagnostics } = loadModel([{ path: "a.json", text }]);
  const found = model && validateModel(model, { loaded: diagnostics });
  const event = found?.find(({ message }) => message.startsWith("Error creating trait"));
  const at = event?.span && text.slice(event.span.start, event.span.start + 6);
  return event && `${event.message.replace(/^Error creating trait `[^`]*`: /, "")} @ ${at}`;
}

const authorizer = "software.amazon.smithy.aws.apigateway.traits.AuthorizerDefinition";
const action = "software.amazon.smithy.aws.iam.traits.ActionResources";

/** These trait values once caused other messages than in the reference implementation. */
describe("the value of a trait", () => {
  it.each([
    [
      "aws.api#arn",
      { template: 1 },
      "Expected `template` member to be a string, but found number. @ 1}}}}}",
    ],
    [
      "aws.api#arn",
      { template: "a", noRegion: 1 },
      "Expected `noRegion` to be a boolean; found number @ 1}}}}}",
    ],
    ["aws.api#service", {}, "No sdkId was provided. Perhaps you could set this to A? @ {}}}}}"],
    ["aws.api#taggable", { apiConfig: {} }, "Missing expected member `tagApi`. @ {}}}}}"],
    ["aws.api#arnReference", { resource: "a b" }, 'Invalid shape ID: ns#a b @ "a b"}'],
    [
      "aws.auth#sigv4a",
      { name: true },
      "Expected `name` member to be a string, but found boolean. @ true}}",
    ],
    [
      "aws.protocols#awsJson1_1",
      { http: [[]] },
      "Expected array element 0 to be a string but found array. @ []]}}}",
    ],
    ["smithy.api#cors", { origins: { a: 1 } }, "Expected string, but found number. @ 1}}}}}"],
    [
      "smithy.api#externalDocumentation",
      { Home: -1 },
      "Expected string, but found number. @ -1}}}}",
    ],
    ["smithy.api#examples", [{}], "Example title must not be null @ [{}]}}"],
    [
      "smithy.api#http",
      { method: 1, uri: "a" },
      "URI pattern must start with '/'. Found a @ {\"meth",
    ],
    ["smithy.api#trait", { selector: 1 }, "Expected string, but found number. @ 1}}}}}"],
    ["smithy.api#enum", [], "enum must have at least one entry @ []}}}}"],
    ["smithy.api#tags", "a", 'Expected `ns#A` to be an array of strings. Found string. @ "a"}}}'],
    [
      "smithy.test#smokeTests",
      [{ id: "a", expect: {} }],
      "Expected an object with exactly one `success` or `failure` property, but found properties:  @ {}}]}}",
    ],
    [
      "smithy.waiters#waitable",
      { A: { acceptors: [{ state: "success", matcher: { output: {} } }] } },
      "Missing expected member `path`. @ {}}}]}",
    ],
    [
      "smithy.rules#clientContextParams",
      { a: { type: "x" } },
      `type was not set on the builder (builder class is probably software.amazon.smithy.rulesengine.traits.ClientContextParamDefinition) @ {"a":{`,
    ],
    [
      "aws.apigateway#authorizers",
      { a: {} },
      `Deserialization error at (/): unable to create ${authorizer} from {}: scheme was not set on the builder (builder class is probably ${authorizer}) @ {}}}}}`,
    ],
    [
      "aws.apigateway#authorizers",
      { a: { scheme: 1 } },
      "Deserialization error at (/scheme): unable to create software.amazon.smithy.model.shapes.ShapeId from 1: Unable to deserialize Node using fromNode method: Expected string, but found number. @ 1}}}}}",
    ],
    [
      "aws.iam#iamAction",
      { resources: { required: 1 } },
      `Deserialization error at (/resources): unable to create ${action} from {"required":1}: Unable to deserialize Node using fromNode method: Expected \`required\` member to be an object, but found number. (a.json [1, 109]) @ {"requ`,
    ],
  ])("is rejected with the same message as by the reference: %s, %j", (trait, value, expected) => {
    expect(reading(trait, value)).toBe(expected);
  });

  it("can be an object even if a Java class expects a string", () => {
    expect(reading("aws.iam#iamAction", { name: {} })).toBeUndefined();
  });
});
