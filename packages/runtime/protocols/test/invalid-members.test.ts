import { runInNewContext } from "node:vm";
import type { $SchemaRef, StaticStructureSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import {
  awsJson1_1,
  awsQuery,
  ec2Query,
  restJson1,
  restXml,
  rpcv2Cbor,
  rpcv2Json,
} from "./protocols.js";
import { ns, operation, service, structure } from "./shapes.js";

const timestamp = 4;
const item = structure({ Time: timestamp, Data: 21 }, "Item");
const items: $SchemaRef = [1, ns, "Items", 0, item];
const protocols = { awsJson1_1, awsQuery, ec2Query, restJson1, restXml, rpcv2Cbor, rpcv2Json };

describe.each(Object.entries(protocols))("the client side of %s", (name, protocol) => {
  const described = operation(structure({ Item: item, Items: items }));
  const write = (input: object) => protocol(service).writeRequest(described, input);

  it("names the member of an invalid value", () => {
    expect(() => write({ Item: { Time: "now" } })).toThrow(
      "/Item/Time: Expected a valid Date for a timestamp.",
    );
    expect(() => write({ Item: { Data: 1 } })).toThrow("/Item/Data: Expected bytes");
  });

  it("names the member of an invalid value in a list", () => {
    const pointer = /^(?:aws|ec2)Query$|Xml$/.test(name) ? "/Items/Time" : "/Items/1/Time";
    expect(() => write({ Items: [{}, { Time: "now" }] })).toThrow(`${pointer}: Expected`);
  });

  it("writes a Date that another realm created", () => {
    const Time: unknown = runInNewContext("new Date(0)");
    expect(Time).not.toBeInstanceOf(Date);
    expect(write({ Item: { Time } }).body).toEqual(write({ Item: { Time: new Date(0) } }).body);
  });
});

describe("the client side of restJson1", () => {
  it("names the member of an invalid value in the path, the query and a header", () => {
    const bindings = {
      label: { httpLabel: 1 as const },
      query: { httpQuery: "q" },
      header: { httpHeader: "h" },
    };
    for (const [name, traits] of Object.entries<StaticStructureSchema[3]>(bindings)) {
      const members: Record<string, $SchemaRef> = { [name]: [timestamp, traits] };
      const uri = name === "label" ? "/{label}" : "/";
      const described = operation(structure(members), ["POST", uri]);
      expect(() => restJson1(service).writeRequest(described, { [name]: "now" })).toThrow(
        `/${name}: Expected a valid Date`,
      );
    }
  });
});

describe("an error body in a format other than that of the protocol", () => {
  it.each(Object.entries(protocols))(
    "stays readable in the response of %s",
    async (_, protocol) => {
      const html = "<html>Bad gateway</html>";
      const response = { statusCode: 502, headers: {}, body: new Blob([html]).stream() as object };
      const described = operation(structure({}));
      await protocol(service).readResponse(described, response as never);
      expect(new TextDecoder().decode(response.body as Uint8Array)).toBe(html);
    },
  );
});
