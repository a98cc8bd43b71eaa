import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { restJson1 } from "../src/rest-json/rest-json-client.js";

const Empty$: StaticStructureSchema = [3, "a.b", "Empty", 0, [], []];
const operation: StaticOperationSchema = [
  9,
  "a.b",
  "Delete",
  { http: ["DELETE", "/", 204] },
  Empty$,
  Empty$,
];

describe("a client of a protocol with HTTP bindings", () => {
  it("reads the body of a response without output members, so that the connection becomes free", async () => {
    let isRead = false;
    async function* body(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array();
      isRead = true;
    }
    const protocol = restJson1({ namespace: "a.b", name: "S", version: "1" });
    const result = await protocol.readResponse(
      { schema: operation, errors: [] },
      { statusCode: 204, headers: {}, body: body() },
    );
    expect(result).toEqual({ output: {} });
    expect(isRead).toBe(true);
  });
});
