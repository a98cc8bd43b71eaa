import { cbor } from "@smithy/core/cbor";
import { describe, expect, it } from "vitest";
import { bodyDifferences } from "../../src/compare/bodies.js";
import { bytes } from "../../src/cases/case-values.js";

const compare = (mediaType: string, actual: string, expected: string) =>
  bodyDifferences(bytes(actual), expected, { mediaType });

describe("equal bodies", () => {
  it.each([
    ["application/json", '{"b":1.50,"a":["x"]}', '{ "a": [ "x" ], "b": 1.5 }'],
    ["application/problem+json", "{ }", "{}"],
    [
      "application/xml",
      "<a><c/><b x='1'>t</b></a>",
      '<?xml version="1.0"?>\n<a>\n  <b x="1">t</b>\n <c></c>\n</a>',
    ],
    ["application/xml", "<a><b/></a>", "<a><![CDATA[text]]><b/><!-- note --></a>"],
    ["application/xml", "<a>&#xA;&lt;</a>", "<a>\n<![CDATA[<]]></a>"],
    ["application/x-www-form-urlencoded", "b=%20x&a=1", "a=1\n&b=+x"],
    ["text/plain", "as it is", "as it is"],
  ])("include, for the media type %s: %s", async (mediaType, actual, expected) => {
    expect(await compare(mediaType, actual, expected)).toEqual([]);
  });

  it("include a CBOR body and the same bytes in Base64", async () => {
    const written = Buffer.from(cbor.serialize({ a: 1, b: Number.NaN })).toString("base64");
    const actual = cbor.serialize({ b: Number.NaN, a: 1 });
    expect(await bodyDifferences(actual, written, { mediaType: "application/cbor" })).toEqual([]);
  });
});

describe("different bodies", () => {
  it.each([
    [
      "application/json",
      '{"a":12345678901234567891}',
      '{"a":12345678901234567890}',
      "body.a: expected the decimal 12345678901234567890, got the decimal 12345678901234567891",
    ],
    ["application/json", '{"a":null}', "{}", "body.a: unexpected, null"],
    ["application/xml", "<a> t </a>", "<a>t</a>", 'body.a[0].#text: expected "t", got " t "'],
    [
      "application/xml",
      "<a><b>1</b><b>2</b></a>",
      "<a><b>2</b><b>1</b></a>",
      'body.a[0].b[0].#text: expected "2", got "1"',
    ],
    [
      "application/xml",
      "<a b='1'/>",
      "<a><b>1</b></a>",
      'body.a[0].b: absent, expected [{ #text: "1" }]',
    ],
    [
      "application/x-www-form-urlencoded",
      "a=1&a=2",
      "a=1",
      'body: expected ["a=1"], got ["a=1", "a=2"]',
    ],
    ["text/plain", "a", "a ", 'body: expected bytes "a ", got bytes "a"'],
  ])("include, for the media type %s: %s", async (mediaType, actual, expected, difference) => {
    expect(await compare(mediaType, actual, expected)).toContain(difference);
  });

  it("are reported if an empty body was expected", async () => {
    expect(await compare("application/json", "{}", "")).toEqual(["body: expected none, got {}"]);
  });

  it("are reported if a body is not well-formed", async () => {
    const [difference] = await compare("application/xml", "<a><b></a>", "<a/>");
    expect(difference).toMatch(/^body: line 1: .*<a><b><\/a>$/);
  });
});

describe("the comparison of bodies with options", () => {
  it("ignores request ids only with ignoreRequestIds, and only those directly below the root", async () => {
    const actual = bytes("<R><RequestId>1</RequestId><x><RequestId>1</RequestId></x></R>");
    const expected = "<R><x><RequestId>1</RequestId></x></R>";
    const mediaType = "text/xml";
    expect(await bodyDifferences(actual, expected, { mediaType, ignoreRequestIds: true })).toEqual(
      [],
    );
    expect(await bodyDifferences(actual, expected, { mediaType })).not.toEqual([]);
  });

  it("compares timestamps as instants only with datesInUtc", async () => {
    const actual = bytes("<R><t>2019-12-16T23:48:18Z</t></R>");
    const same = "<R><t>2019-12-17T00:48:18+01:00</t></R>";
    const other = "<R><t>2019-12-17T00:48:18+02:00</t></R>";
    const mediaType = "text/xml";
    expect(await bodyDifferences(actual, same, { mediaType, datesInUtc: true })).toEqual([]);
    expect(await bodyDifferences(actual, same, { mediaType })).not.toEqual([]);
    expect(await bodyDifferences(actual, other, { mediaType, datesInUtc: true })).not.toEqual([]);
  });
});
