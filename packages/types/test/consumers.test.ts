import { sValidator } from "@hono/standard-validator";
import { createEnv } from "@t3-oss/env-core";
import { initTRPC, TRPCError } from "@trpc/server";
import { Hono } from "hono";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { UsageRecord as UsageRecordData } from "../src/index.js";
import {
  ProductCode,
  ResolveCustomerRequest,
  UsageRecord,
  UsageRecordResultStatus,
} from "../src/validators.js";

describe("a tRPC procedure", () => {
  const { procedure, router, createCallerFactory } = initTRPC.create();
  const quantities = router({
    quantity: procedure.input(UsageRecord).query(({ input }) => {
      expectTypeOf(input).toEqualTypeOf<UsageRecordData>();
      return input.Quantity ?? 0;
    }),
  });
  const caller = createCallerFactory(quantities)({});

  it("accepts a validator as the schema of its input, with its types", async () => {
    expectTypeOf(caller.quantity).parameter(0).toEqualTypeOf<UsageRecordData>();
    expect(await caller.quantity({ Timestamp: new Date(0), Dimension: "users", Quantity: 3 })).toBe(
      3,
    );
  });

  it("rejects an invalid input with the issues that the validator reports", async () => {
    // @ts-expect-error the dimension is missing
    const refused = await caller.quantity({ Timestamp: new Date(0), Quantity: -1 }).catch(String);
    const error: unknown = await caller
      .quantity({ Timestamp: new Date(0), Dimension: "", Quantity: -1 })
      .catch((thrown: unknown) => thrown);
    expect(refused).toContain("Is required");
    if (!(error instanceof TRPCError)) throw new TypeError("expected an error of tRPC");
    expect(error.code).toBe("BAD_REQUEST");
    expect(error.cause).toMatchObject({
      issues: [
        { path: ["Dimension"], message: "Must have a length of 1 to 255, not 0" },
        { path: ["Dimension"], message: "Must match the pattern [\\s\\S]+" },
        { path: ["Quantity"], message: "Must be 0 to 2147483647" },
      ],
    });
  });
});

describe("the environment of a t3-env program", () => {
  const read = (runtimeEnv: Record<string, string>) =>
    createEnv({
      server: { PRODUCT_CODE: ProductCode, STATUS: UsageRecordResultStatus },
      runtimeEnv,
      isServer: true,
      onValidationError: (issues) => {
        throw new Error(
          issues.map(({ path, message }) => `${String(path?.[0])}: ${message}`).join(),
        );
      },
    });

  it("accepts validators of simple shapes", () => {
    const env = read({ PRODUCT_CODE: "abc", STATUS: "Success" });
    expectTypeOf(env.PRODUCT_CODE).toEqualTypeOf<string>();
    expect(env).toMatchObject({ PRODUCT_CODE: "abc", STATUS: "Success" });
    expect(() => read({ PRODUCT_CODE: "a b", STATUS: "Fine" })).toThrow(
      "PRODUCT_CODE: Must match the pattern ^[-a-zA-Z0-9/=:_.@]*$,STATUS: Must be one of Success, CustomerNotSubscribed, DuplicateRecord",
    );
  });
});

describe("a route of Hono", () => {
  const app = new Hono().post("/resolve", sValidator("json", ResolveCustomerRequest), (context) => {
    const input = context.req.valid("json");
    expectTypeOf(input.RegistrationToken).toEqualTypeOf<string>();
    return context.json({ length: input.RegistrationToken.length });
  });
  const post = (body: object) =>
    app.request("/resolve", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  it("accepts a validator for its body", async () => {
    expect(await (await post({ RegistrationToken: "token" })).json()).toEqual({ length: 5 });
    const refused = await post({ RegistrationToken: 1 });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("RegistrationToken");
  });
});
