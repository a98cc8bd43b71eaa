import { describe, expect, it } from "vitest";
import { diagnose } from "./events.js";

const lines = (text: string): readonly string[] =>
  diagnose(`namespace ns\n${text}`)
    .filter(({ code }) => !/^(?:UnstableTrait|OperationInputOutput)/.test(code))
    .map(
      ({ severity, code, shapeId, message }) => `[${severity}] ${shapeId}: ${message} | ${code}`,
    );

/**
 * The reference does not publish a module with these rules. The expected events are derived from
 * its source code.
 */
describe("validateModel", () => {
  it("reports labels of MQTT topics without members, and members without labels", () => {
    const text = `
      @smithy.mqtt#publish("things/{id}/{other}")
      operation Publish { input := { @required @smithy.mqtt#topicLabel id: String, @required @smithy.mqtt#topicLabel extra: String } }`;
    expect(lines(text)).toEqual([
      "[ERROR] ns#Publish: The `smithy.mqtt#publish` trait contains the following topic labels that could not be found in the input structure of the operation or were not marked with the `smithy.mqtt#topicLabel` trait: [`other`] | MqttTopicLabel",
      "[ERROR] ns#PublishInput$extra: This member is marked with the `smithy.mqtt#topicLabel` trait, but when this member is used as part of the input of the `ns#Publish` operation, a corresponding label cannot be found in the `smithy.mqtt#publish` trait | MqttTopicLabel",
    ]);
  });

  it("reports an MQTT topic that has messages of several shapes", () => {
    const text = `
      @smithy.mqtt#publish("a/{x}") operation A { input := { @required @smithy.mqtt#topicLabel x: String } }
      @smithy.mqtt#publish("a/{y}") operation B { input := { @required @smithy.mqtt#topicLabel y: String } }
      @smithy.mqtt#publish("a/b") operation C { input := {} }
      @smithy.mqtt#publish("a/b/c") operation D { input := {} }`;
    expect(lines(text)).toEqual([
      "[ERROR] ns#A: This shape resolves to an MQTT topic `a/{x}` as part of the `ns#A` operation, and its payload of `ns#AInput` conflicts with other topic payloads: [`smithy.mqtt#publish` trait payload `ns#BInput` of `ns#B`] | MqttTopicConflict",
      "[ERROR] ns#B: This shape resolves to an MQTT topic `a/{y}` as part of the `ns#B` operation, and its payload of `ns#BInput` conflicts with other topic payloads: [`smithy.mqtt#publish` trait payload `ns#AInput` of `ns#A`] | MqttTopicConflict",
    ]);
  });

  it("reports a private endpoint without the address type dualstack", () => {
    const text = `
      @aws.apigateway#endpointConfiguration(types: ["PRIVATE"], ipAddressType: "ipv4")
      service S { version: "1" }
      @aws.apigateway#endpointConfiguration(types: ["PRIVATE"], ipAddressType: "dualstack")
      service T { version: "1" }`;
    expect(lines(text)).toEqual([
      "[ERROR] ns#S: The `PRIVATE` endpoint type requires `ipAddressType` to be `dualstack`, but found `ipv4`. | EndpointConfiguration",
    ]);
  });

  it("reports gateway responses together with CORS", () => {
    const text = `
      @cors
      @aws.apigateway#gatewayResponses(DEFAULT_4XX: { statusCode: "400" })
      service S { version: "1" }`;
    expect(lines(text)).toEqual([
      "[DANGER] ns#S: Service has both @gatewayResponses and @cors applied. Gateway response parameters take precedence over CORS-generated headers. Verify that response parameters in @gatewayResponses do not unintentionally override CORS headers. | GatewayResponsesCors",
    ]);
  });
});
