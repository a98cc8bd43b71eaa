import type { StaticOperationSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { traitsOf } from "@tinsmith/schema";
import { labelInEndpoint } from "../../src/endpoints/label-in-endpoint.js";

const operation = (uri: string): StaticOperationSchema => [
  9,
  "x",
  "Get",
  { http: ["GET", uri, 200] },
  "unit",
  "unit",
];

describe("labelInEndpoint", () => {
  it.each([
    ["/{Bucket}/{Key+}", "/{Key+}"],
    ["/{Bucket}?list-type=2", "?list-type=2"],
    ["/{Bucket}", ""],
  ])("removes the first label of the URI %s, so that %j remains", (uri, rest) => {
    expect(traitsOf(labelInEndpoint(operation(uri)))).toEqual({ http: ["GET", rest, 200] });
  });
});
