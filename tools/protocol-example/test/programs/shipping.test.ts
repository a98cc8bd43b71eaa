import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NoSuchParcel, CardDeclined, Shipping, ShippingServiceException } from "@parcel/client";
import type { SendParcelCommandInput } from "@parcel/client";
import { stubResponses } from "@parcel/client/stubs";
import * as mock from "@parcel/mock-server";
import { loadProject } from "@tinsmith/codegen/project";
import { defineClient } from "@tinsmith/dynamic-client";
import type { DynamicClientClass } from "@tinsmith/dynamic-client";
import { stubsOf } from "@tinsmith/dynamic-client/stubs";
import { parcelJson, parcelJsonTrait, schemaTraits } from "@tinsmith/protocol-example";
import { parcelJson as parcelJsonServer } from "@tinsmith/protocol-example/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { configPath } from "../generated-packages.js";

const parcel: SendParcelCommandInput = {
  recipient: "Ada",
  payment: { invoice: { account: 2 ** 50, due: new Date("2026-12-01T00:00:00Z") } },
  weights: [0.5, Number.POSITIVE_INFINITY],
  priority: 1,
};

const requests: SendParcelCommandInput[] = [];
const handlers: mock.ShippingHandlers = {
  SendParcel: (input) => {
    requests.push(input);
    if (input.recipient === "nobody") throw new mock.DepotClosed({ message: "closed" });
    if ("card" in input.payment) {
      throw new mock.CardDeclined({ message: "declined", payment: input.payment, retryIn: 60 });
    }
    return { parcelId: "p1", payment: input.payment, depot: "north" };
  },
  GetShipment: ({ parcelId, fields = [] }) => {
    if (parcelId !== "p/1") throw new mock.NoSuchParcel({ message: `There is no ${parcelId}.` });
    return { history: [{ scanned: fields.join() }, { split: [{ paid: { cash: {} } }] }] };
  },
};

let server: Awaited<ReturnType<ReturnType<typeof mock.createMockServer>["listen"]>>;
let DynamicShipping: DynamicClientClass;
beforeAll(async () => {
  server = await mock.createMockServer({ handlers }).listen();
  const { model } = await loadProject({ configPath });
  if (model === undefined) throw new Error("The example does not load.");
  DynamicShipping = defineClient(model, {
    protocols: {
      [parcelJsonTrait]: { client: parcelJson, server: parcelJsonServer, schemaTraits },
    },
  });
});
afterAll(() => server.close());
beforeEach(() => {
  requests.length = 0;
});

type Send = (input: object) => Promise<unknown> | undefined;
const settings = () => ({ endpoint: server.url, maxAttempts: 1 });
const clients: readonly (readonly [string, () => { sendParcel: Send; getShipment: Send }])[] = [
  [
    "a generated client",
    () => {
      const client = new Shipping(settings());
      return {
        sendParcel: (input) => client.sendParcel({ ...parcel, ...input }),
        getShipment: (input) => client.getShipment({ parcelId: "", ...input }),
      };
    },
  ],
  [
    "a client made at run time",
    () => {
      const client = new DynamicShipping(settings());
      return {
        sendParcel: (input) => client["sendParcel"]?.({ ...parcel, ...input }),
        getShipment: (input) => client["getShipment"]?.(input),
      };
    },
  ],
];

describe.each(clients)("%s and a generated server", (_, connect) => {
  it("understand each other's inputs and outputs", async () => {
    const { sendParcel, getShipment } = connect();
    expect(await sendParcel({})).toMatchObject({
      parcelId: "p1",
      payment: parcel.payment,
      depot: "north",
      $metadata: { httpStatusCode: 201 },
    });
    expect(requests).toEqual([parcel]);
    expect(await getShipment({ parcelId: "p/1", fields: ["a", "b"] })).toMatchObject({
      history: [{ scanned: "a,b" }, { split: [{ paid: { cash: {} } }] }],
    });
  });

  it("understand each other's modeled errors, including members in headers", async () => {
    const { sendParcel, getShipment } = connect();
    const payment = { card: { lastDigits: "1234" } };
    await expect(sendParcel({ payment })).rejects.toMatchObject({
      name: "CardDeclined",
      message: "declined",
      payment,
      retryIn: 60,
      $fault: "client",
      $metadata: { httpStatusCode: 402 },
    });
    await expect(sendParcel({ recipient: "nobody" })).rejects.toMatchObject({
      name: "DepotClosed",
      message: "closed",
      $fault: "server",
    });
    await expect(getShipment({ parcelId: "p2" })).rejects.toMatchObject({
      name: "NoSuchParcel",
      message: "There is no p2.",
    });
  });

  it("report inputs that violate constraints of the model", async () => {
    const { sendParcel } = connect();
    const payment = { card: { lastDigits: "12" } };
    await expect(sendParcel({ payment })).rejects.toMatchObject({
      name: "ValidationException",
      fieldList: [{ path: "/payment/card/lastDigits" }],
    });
  });
});

describe("the errors of a generated client", () => {
  it("are instances of the generated classes", async () => {
    const client = new Shipping(settings());
    const call = client.getShipment({ parcelId: "p2" });
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NoSuchParcel);
    expect(error).toBeInstanceOf(ShippingServiceException);
  });
});

describe("stubs", () => {
  it("reach generated clients through the example protocol", async () => {
    const client = new Shipping({ endpoint: "http://localhost" });
    stubResponses(client, { SendParcel: { parcelId: "p9", payment: { cash: {} } } });
    expect(await client.sendParcel(parcel)).toMatchObject({
      parcelId: "p9",
      payment: { cash: {} },
    });
  });

  it("reach dynamic clients through the example protocol", async () => {
    const client = new DynamicShipping({ endpoint: "http://localhost" });
    const stubs = stubsOf(DynamicShipping);
    stubs.stubResponses(client, { SendParcel: { parcelId: "p9", payment: { cash: {} } } });
    expect(await client["sendParcel"]?.({ ...parcel })).toMatchObject({
      parcelId: "p9",
      payment: { cash: {} },
    });
  });
});

describe("a recorder in front of a server", () => {
  it("reads the responses of the protocol", async () => {
    const folder = await mkdtemp(join(tmpdir(), "parcel-"));
    const front = await mock.createMockServer().listen();
    try {
      const recording = await front.record({ endpoint: server.url, fixtures: folder });
      await new Shipping({ endpoint: front.url, maxAttempts: 1 }).sendParcel(parcel);
      expect(recording.report()).toMatchObject({ calls: 1, drift: [] });
      await recording.stop();
    } finally {
      await front.close();
      await rm(folder, { recursive: true });
    }
  });
});

describe("the messages of the example protocol", () => {
  const answer = async (init: Parameters<typeof fetch>[1]) =>
    fetch(`${server.url}/parcels`, { method: "POST", ...init });
  const headers = { "content-type": "application/json" };

  it("contain tagged unions as one object, and the names of errors in the header that the service configures", async () => {
    const body = JSON.stringify({
      recipient: "Ada",
      payment: { lastDigits: "1234", kind: "card" },
    });
    const response = await answer({ headers, body });
    expect(response.headers.get("x-shipping-error")).toBe("CardDeclined");
    expect(await response.json()).toEqual({
      message: "declined",
      payment: { kind: "card", lastDigits: "1234" },
    });
  });

  it("identify an error by its status if a proxy drops the header", async () => {
    const client = new Shipping({
      endpoint: "http://localhost",
      maxAttempts: 1,
      requestHandler: {
        handle: () =>
          Promise.resolve({
            response: {
              statusCode: 402,
              headers: {},
              body: new TextEncoder().encode('{"message":"no","payment":{"kind":"cash"}}'),
            },
          }),
      },
    });
    const error: unknown = await client.sendParcel(parcel).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CardDeclined);
    expect(error).toMatchObject({ payment: { cash: {} } });
  });
});
