// A program as a user of the generated weather packages would write it. `weather.test.ts` generates
// the packages, and then type-checks and bundles the program.
import assert from "node:assert/strict";
import {
  ImplausibleObservation,
  NoSuchResource,
  ServiceUnavailable,
  Sky,
  Weather,
  WeatherClient,
  WeatherServiceException,
  GetForecastCommand,
} from "@example/weather-client";
import type { ReportObservationInput } from "@example/weather-client";
import * as mock from "@example/weather-mock-server";
import { NumericValue } from "@smithy/core/serde";

const handlers: mock.WeatherHandlers = {
  GetCurrentTime: () => ({ time: at, readable: at, header: at }),
  Ping: () => undefined,
  ReportObservation: ({ labels: _labels, ...observation }) => {
    if (observation.temperature !== undefined && observation.temperature > 60)
      throw new mock.ImplausibleObservation({
        message: "too hot",
        members: ["temperature"],
        reading: { at: observation.observedAt, value: observation.temperature },
      });
    return observation;
  },
  GetCity: ({ cityId }) => {
    throw new mock.NoSuchResource({ message: `Unknown city ${cityId}.`, resourceType: "city" });
  },
  GetForecast: ({ cityId }) =>
    cityId === "hail"
      ? { precipitation: { hail: {} } }
      : {
          chanceOfRain: 0.5,
          precipitation: { mixed: [{ rain: 1.5 }, { snow: { centimetres: 3 } }] },
        },
  ListCities: ({ nextToken, pageSize = 10 }) => ({
    items: [{ cityId: `after ${nextToken ?? "the start"}`, name: `page of ${pageSize}` }],
    nextToken: "more",
  }),
  PutCity: ({ clientToken }) => ({ created: clientToken !== undefined }),
  DeleteCity: () => {
    throw new mock.ServiceUnavailable({ message: "later", retryAfterSeconds: 7 });
  },
};

const at = new Date("2026-11-01T05:00:00Z");

/** A value of every kind that a body can contain. */
const observation: ReportObservationInput = {
  station: "north",
  observedAt: new Date("2026-11-01T05:00:00.250Z"),
  sunrise: at,
  class: "A",
  default: -7,
  calm: false,
  temperature: Number.NEGATIVE_INFINITY,
  pressure: 1013.25,
  drops: Number.MAX_SAFE_INTEGER,
  grains: 2n ** 80n,
  precise: new NumericValue("0.10000000000000000000000001", "bigDecimal"),
  image: new Uint8Array([0, 127, 128, 255]),
  extras: { nested: [1, "two", null, { three: true }] },
  sky: Sky.PARTLY_CLOUDY,
  wind: 4,
  precipitation: { mixed: [{ rain: 0.5 }, { snow: { centimetres: 2, wet: true } }, { hail: {} }] },
  history: [{ at, value: 1 }],
  gaps: [1, null, 3],
  perHour: { "05": [{ at, value: 2 }], __proto__x: [] },
  owner: "someone",
};

/** Runs a check with a client and a server, and closes them. */
const withWeather =
  (check: (weather: Weather, server: mock.MockServer) => Promise<void>) => async () => {
    const server = await mock.createMockServer({ handlers }).listen();
    const weather = new Weather({
      endpoint: server.url,
      region: "eu-central-1",
      credentials: { accessKeyId: "AKIDWEATHER", secretAccessKey: "secret" },
      maxAttempts: 1,
    });
    try {
      await check(weather, server);
    } finally {
      weather.destroy();
      await server.close();
    }
  };

export const checks: Readonly<Record<string, () => Promise<void>>> = {
  "returns every kind of value unchanged": withWeather(async (weather) => {
    const { precise: sent, ...others } = observation;
    const { $metadata, precise, ...answer } = await weather.reportObservation(observation);
    assert.equal($metadata.httpStatusCode, 200);
    assert.deepEqual(answer, others);
    // Numbers of arbitrary precision are compared by their digits, because their classes differ.
    assert.equal(precise?.string, sent?.string);
    assert.equal(precise?.type, "bigDecimal");
  }),

  "reads timestamps of three formats": withWeather(async (weather) => {
    const { time, readable, header } = await weather.getCurrentTime({});
    assert.deepEqual([time, readable, header], [at, at, at]);
  }),

  "calls an operation without input and output": withWeather(async (weather) => {
    const { $metadata, ...answer } = await weather.ping({});
    assert.equal($metadata.httpStatusCode, 200);
    assert.deepEqual(answer, {});
  }),

  "narrows a union by its member": withWeather(async (weather) => {
    const hail = await weather.getForecast({ cityId: "hail" });
    assert.deepEqual(hail.precipitation, { hail: {} });
    const mixed = await weather.getForecast({ cityId: "mixed" });
    assert.equal(mixed.precipitation?.mixed?.[1]?.snow?.centimetres, 3);
  }),

  "throws an error as its class, with its members": withWeather(async (weather) => {
    await assert.rejects(weather.getCity({ cityId: "Nowhere" }), (error) => {
      assert.ok(error instanceof NoSuchResource);
      assert.ok(error instanceof WeatherServiceException);
      assert.equal(error.resourceType, "city");
      assert.equal(error.message, "Unknown city Nowhere.");
      assert.equal(error.$metadata.httpStatusCode, 404);
      return true;
    });
  }),

  "reads lists and structures of an error": withWeather(async (weather) => {
    await assert.rejects(
      weather.reportObservation({ ...observation, temperature: 61 }),
      (error) => {
        assert.ok(error instanceof ImplausibleObservation);
        assert.deepEqual(error.members, ["temperature"]);
        assert.deepEqual(error.reading, { at: observation.observedAt, value: 61 });
        return true;
      },
    );
  }),

  "throws an error of the service for every operation": withWeather(async (weather) => {
    await assert.rejects(weather.deleteCity({ cityId: "Busy" }), (error) => {
      assert.ok(error instanceof ServiceUnavailable);
      assert.equal(error.$fault, "server");
      assert.equal(error.retryAfterSeconds, 7);
      return true;
    });
  }),

  "rejects a violated constraint before the handler runs": withWeather(async (weather) => {
    await assert.rejects(weather.reportObservation({ ...observation, station: "n" }), {
      name: "ValidationException",
    });
  }),

  "fills in an idempotency token": withWeather(async (weather) => {
    const coordinates = { latitude: 50, longitude: 8 };
    const { created } = await weather.putCity({ cityId: "Mainz", name: "Mainz", coordinates });
    assert.equal(created, true);
  }),

  "requests each page with the token of the previous one": withWeather(async (weather) => {
    const first = await weather.listCities();
    const second = await weather.listCities({ nextToken: first.nextToken ?? "", pageSize: 2 });
    assert.deepEqual(second.items, [{ cityId: "after more", name: "page of 2" }]);
  }),

  "signs only the operations that require it": withWeather(async (weather, server) => {
    const signed = new Map<string, boolean>();
    server.use({
      onInput: ({ operation = "", credential }) =>
        void signed.set(operation, credential?.service === "weather"),
    });
    await weather.getCurrentTime({});
    await weather.ping({});
    assert.deepEqual(
      [...signed],
      [
        ["GetCurrentTime", false],
        ["Ping", true],
      ],
    );
  }),

  "returns samples that the client can read without a handler": async () => {
    const server = await mock.createMockServer().listen();
    const client = new WeatherClient({
      endpoint: server.url,
      region: "eu-central-1",
      credentials: { accessKeyId: "AKIDWEATHER", secretAccessKey: "secret" },
    });
    try {
      const { $metadata } = await client.send(new GetForecastCommand({ cityId: "Mainz" }));
      assert.equal($metadata.httpStatusCode, 200);
    } finally {
      await server.close();
    }
  },
};
