import type { SchemaTraitsObject } from "@smithy/types";
import type { NodeValue, Traits } from "@tinsmith/smithy";
import { isNodeObject, numberOf, propertyOf, stringOf } from "../node-values.js";

type Encode = (value: NodeValue) => unknown;

const text: Encode = stringOf;
const mark: Encode = () => 1;

/** The traits that schemas carry, by id: their name in a schema, and their value. */
const encoders: Readonly<Record<string, readonly [name: string, encode: Encode]>> = {
  "aws.protocols#awsQueryError": [
    "awsQueryError",
    (value) => [
      stringOf(propertyOf(value, "code")),
      numberOf(propertyOf(value, "httpResponseCode")),
    ],
  ],
  "aws.protocols#ec2QueryName": ["ec2QueryName", text],
  "smithy.api#endpoint": ["endpoint", (value) => [stringOf(propertyOf(value, "hostPrefix")) ?? ""]],
  "smithy.api#error": ["error", text],
  "smithy.api#eventHeader": ["eventHeader", mark],
  "smithy.api#eventPayload": ["eventPayload", mark],
  "smithy.api#hostLabel": ["hostLabel", mark],
  "smithy.api#http": [
    "http",
    (value) => [
      stringOf(propertyOf(value, "method")) ?? "POST",
      stringOf(propertyOf(value, "uri")) ?? "/",
      numberOf(propertyOf(value, "code")) ?? 200,
    ],
  ],
  "smithy.api#httpError": ["httpError", numberOf],
  "smithy.api#httpHeader": ["httpHeader", text],
  "smithy.api#httpLabel": ["httpLabel", mark],
  "smithy.api#httpPayload": ["httpPayload", mark],
  "smithy.api#httpPrefixHeaders": ["httpPrefixHeaders", text],
  "smithy.api#httpQuery": ["httpQuery", text],
  "smithy.api#httpQueryParams": ["httpQueryParams", mark],
  "smithy.api#httpResponseCode": ["httpResponseCode", mark],
  "smithy.api#idempotencyToken": ["idempotencyToken", mark],
  "smithy.api#idempotent": ["idempotent", mark],
  "smithy.api#jsonName": ["jsonName", text],
  "smithy.api#mediaType": ["mediaType", text],
  "smithy.api#requiresLength": ["requiresLength", mark],
  "smithy.api#sensitive": ["sensitive", mark],
  "smithy.api#sparse": ["sparse", mark],
  "smithy.api#streaming": ["streaming", mark],
  "smithy.api#xmlAttribute": ["xmlAttribute", mark],
  "smithy.api#xmlFlattened": ["xmlFlattened", mark],
  "smithy.api#xmlName": ["xmlName", text],
  "smithy.api#xmlNamespace": [
    "xmlNamespace",
    (value) =>
      isNodeObject(value)
        ? [stringOf(value["prefix"]) ?? "", stringOf(value["uri"]) ?? ""]
        : undefined,
  ],
};

/** The traits of a shape or member as its schema carries them; 0 where there are none. */
export const schemaTraits = (traits: Traits): SchemaTraitsObject | 0 => {
  const found = [...traits].flatMap(([id, value]) => {
    const encoder = encoders[id];
    const encoded = encoder?.[1](value);
    return encoder === undefined || encoded === undefined ? [] : [[encoder[0], encoded] as const];
  });
  return found.length === 0 ? 0 : Object.fromEntries(found);
};
