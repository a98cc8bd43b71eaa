import { describe, expect, it } from "vitest";
import { MalformedRequest } from "../src/index.js";
import { awsJson1_1, awsQuery, restJson1, restXml } from "./protocols.js";
import { operation, service, structure } from "./shapes.js";

const described = operation(structure({ a: 0 }));

async function read(protocol: ReturnType<typeof restXml>, body: string | Uint8Array) {
  const request = { ...protocol.writeRequest(described, { a: "x" }), body };
  try {
    return await protocol.readRequest(described, request);
  } catch (error) {
    if (error instanceof MalformedRequest) return error.message;
    throw error;
  }
}

const thing = (inside: string): string => `<Thing>${inside}</Thing>`;

describe("a server of XML", () => {
  const protocol = restXml(service);

  it.each([
    ["an undeclared entity", thing("<a>&f;</a>")],
    ["a bare &", thing("<a>a & b</a>")],
    ["a & at the end of a text", thing("<a>a&</a>")],
    ["a reference to a character that XML excludes", thing("<a>&#0;</a>")],
    ["a reference to half a character", thing("<a>&#xD800;</a>")],
    ["a reference beyond Unicode", thing("<a>&#x110000;</a>")],
    ["a control character", thing("<a>\u0001</a>")],
    ["text after the root element", `${thing("<a>x</a>")}y`],
    ["a second root element", `${thing("<a>x</a>")}<Thing/>`],
    ["an attribute twice", '<Thing b="1" b="2"><a>x</a></Thing>'],
    ["an attribute without quotes", "<Thing b=1><a>x</a></Thing>"],
    ["a & in an attribute", '<Thing b="&"><a>x</a></Thing>'],
    ["a declaration of entities", `<!DOCTYPE a [<!ENTITY f "x">]>${thing("<a>&f;</a>")}`],
    ["tags that overlap", "<Thing><a>x</Thing></a>"],
    ["a tag that is not closed", "<Thing><a>x</a>"],
  ])("refuses %s", async (_, body) => {
    expect(await read(protocol, body)).toMatch(/^The body is not XML/);
  });

  it.each([
    ["references", thing("<a>&lt;&amp;&#65;&#x1F600;</a>"), "<&A😀"],
    ["a section of characters", thing("<a><![CDATA[a & <b>]]></a>"), "a & <b>"],
    [
      "a declaration and comments",
      `<?xml version="1.0"?><!-- & -->\n${thing("<a>x</a>")}\n<!-- end -->`,
      "x",
    ],
    ["attributes", `<Thing xmlns="urn:x" b = 'a "&gt;"'>\n <a>x</a>\n</Thing >`, "x"],
    ["a name with a prefix", '<n:Thing xmlns:n="urn:n"><a>x</a></n:Thing>', "x"],
  ])("reads %s", async (_, body, expected) => {
    expect(await read(protocol, body)).toEqual({ a: expected });
  });

  it("accepts or refuses long bodies in linear time", async () => {
    // Quadratic work on bodies of this length would exceed the timeout of the test many times over.
    for (const body of [
      thing(`<a ${"b ".repeat(1_000_000)}>`),
      thing(`<a>${"&amp".repeat(1_000_000)}</a>`),
      `<Thing ${'b="x" '.repeat(500_000)}`,
      "<".repeat(1_000_000),
    ]) {
      expect(await read(protocol, body)).toMatch(/^The body is not XML/);
    }
  });
});

describe.each([
  ["JSON-RPC", awsJson1_1, '{"a":"', '"}'],
  ["REST with JSON", restJson1, '{"a":"', '"}'],
  ["REST with XML", restXml, "<Thing><a>", "</a></Thing>"],
  ["forms", awsQuery, "Action=Do&Version=1&a=", ""],
] as const)("a server of %s", (_, protocol, before, after) => {
  it("refuses a body that is not UTF-8", async () => {
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
      const body = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
      expect(await read(protocol(service), body)).toBe("The body is not UTF-8.");
    }
    const text = Buffer.from(`${before}ü😀${after}`);
    expect(await read(protocol(service), text)).toEqual({ a: "ü😀" });
  });
});
