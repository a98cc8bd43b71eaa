import apigateway from "./models/aws.apigateway.smithy";
import api from "./models/aws.api.smithy";
import auth from "./models/aws.auth.smithy";
import cloudformation from "./models/aws.cloudformation.smithy";
import customizations from "./models/aws.customizations.smithy";
import endpoints from "./models/aws.endpoints.smithy";
import iam from "./models/aws.iam.smithy";
import awsProtocols from "./models/aws.protocols.smithy";
import awsTest from "./models/aws.test.smithy";
import ai from "./models/smithy.ai.smithy";
import contracts from "./models/smithy.contracts.smithy";
import framework from "./models/smithy.framework.smithy";
import mqtt from "./models/smithy.mqtt.smithy";
import openapi from "./models/smithy.openapi.smithy";
import protocols from "./models/smithy.protocols.smithy";
import rules from "./models/smithy.rules.smithy";
import rulesTests from "./models/smithy.rules.tests.smithy";
import testEventStreams from "./models/smithy.test/event-streams.smithy";
import testHttp from "./models/smithy.test/http.smithy";
import testMalformed from "./models/smithy.test/malformed.smithy";
import testSmoke from "./models/smithy.test/smoke.smithy";
import waiters from "./models/smithy.waiters.smithy";
import client from "./models/tinsmith.client.smithy";
import type { TraitSource } from "./trait-source.js";

/** Every library that a model can use without containing it, by namespace. */
export const libraries: ReadonlyMap<string, readonly TraitSource[]> = new Map([
  ["aws.api", [{ path: "aws.api.smithy", text: api }]],
  ["aws.apigateway", [{ path: "aws.apigateway.smithy", text: apigateway }]],
  ["aws.auth", [{ path: "aws.auth.smithy", text: auth }]],
  ["aws.cloudformation", [{ path: "aws.cloudformation.smithy", text: cloudformation }]],
  ["aws.customizations", [{ path: "aws.customizations.smithy", text: customizations }]],
  ["aws.endpoints", [{ path: "aws.endpoints.smithy", text: endpoints }]],
  ["aws.iam", [{ path: "aws.iam.smithy", text: iam }]],
  ["aws.protocols", [{ path: "aws.protocols.smithy", text: awsProtocols }]],
  ["aws.test", [{ path: "aws.test.smithy", text: awsTest }]],
  ["smithy.ai", [{ path: "smithy.ai.smithy", text: ai }]],
  ["smithy.contracts", [{ path: "smithy.contracts.smithy", text: contracts }]],
  ["smithy.framework", [{ path: "smithy.framework.smithy", text: framework }]],
  ["smithy.mqtt", [{ path: "smithy.mqtt.smithy", text: mqtt }]],
  ["smithy.openapi", [{ path: "smithy.openapi.smithy", text: openapi }]],
  ["smithy.protocols", [{ path: "smithy.protocols.smithy", text: protocols }]],
  [
    "smithy.rules",
    [
      { path: "smithy.rules/rules.smithy", text: rules },
      { path: "smithy.rules/tests.smithy", text: rulesTests },
    ],
  ],
  [
    "smithy.test",
    [
      { path: "smithy.test/http.smithy", text: testHttp },
      { path: "smithy.test/malformed.smithy", text: testMalformed },
      { path: "smithy.test/event-streams.smithy", text: testEventStreams },
      { path: "smithy.test/smoke.smithy", text: testSmoke },
    ],
  ],
  ["smithy.waiters", [{ path: "smithy.waiters.smithy", text: waiters }]],
  ["tinsmith.client", [{ path: "tinsmith.client.smithy", text: client }]],
]);
