import { expect, it } from "vitest";
import { describeService } from "./service-under-test.js";

describeService(
  "Lambda, restJson1",
  {
    name: "lambda",
    model: "lambda-2015-03-31",
    awsClient: () => import("@aws-sdk/client-lambda"),
    client: "LambdaClient",
  },
  (service) => {
    const bytes = (text: string) => new TextEncoder().encode(text);

    it("returns a payload together with headers and the status", async () => {
      const input = { FunctionName: "f", Payload: bytes('{"a":1}'), LogType: "Tail" };
      const output = {
        StatusCode: 202,
        FunctionError: "Unhandled",
        LogResult: "bG9n",
        ExecutedVersion: "$LATEST",
        Payload: bytes('{"b":2}'),
      };
      service.server.on("Invoke", input).responds(output);
      expect(await service.call("Invoke", input)).toEqual(output);
    });

    it("accepts query parameters, and labels with any characters", async () => {
      const FunctionName = "arn:aws:lambda:eu-central-1:123456789012:function:a-b_c:PROD";
      const input = { FunctionName, Qualifier: "$LATEST" };
      await service.call("GetFunction", input);
      expect(service.received("GetFunction", input)).toBe(2);
    });

    it("streams the response of a function in parts", async () => {
      service.server.on("InvokeWithResponseStream").handles(() => ({
        StatusCode: 200,
        EventStream: (async function* () {
          yield { PayloadChunk: { Payload: bytes("one ") } };
          yield { PayloadChunk: { Payload: bytes("two") } };
          yield { InvokeComplete: { LogResult: "log" } };
        })(),
      }));
      expect(await service.call("InvokeWithResponseStream", { FunctionName: "f" })).toMatchObject({
        StatusCode: 200,
        EventStream: [
          { PayloadChunk: { Payload: bytes("one ") } },
          { PayloadChunk: { Payload: bytes("two") } },
          { InvokeComplete: { LogResult: "log" } },
        ],
      });
    });

    it("fails with error members in the body and in headers", async () => {
      service.server.on("Invoke").handles(() => {
        throw Object.assign(new Error("Rate exceeded"), {
          name: "TooManyRequestsException",
          retryAfterSeconds: "3",
          Type: "User",
          Reason: "CallerRateLimitExceeded",
        });
      });
      expect(await service.failure("Invoke", { FunctionName: "f" })).toMatchObject({
        name: "TooManyRequestsException",
        fault: "client",
        status: 429,
        isModeled: true,
        members: { retryAfterSeconds: "3", Reason: "CallerRateLimitExceeded" },
      });
    });

    it("reports the result of a handler that cannot be serialized, and continues", async () => {
      service.server.on("Invoke").respondsOnce({ StatusCode: 200, FunctionError: "line\nbreak" });
      service.server.on("Invoke").respondsOnce({ StatusCode: 200, FunctionError: "line\nbreak" });
      const { aws, generated } = service.sdks;
      expect((await aws.failure("Invoke", { FunctionName: "f" })).status).toBe(500);
      expect((await generated.failure("Invoke", { FunctionName: "f" })).status).toBe(500);
      expect(await service.call("Invoke", { FunctionName: "f" })).toMatchObject({
        StatusCode: 200,
      });
    });

    it("paginates by markers", async () => {
      const Functions = [{ FunctionName: "a" }];
      service.server.on("ListFunctions").responds({ Functions, NextMarker: "more" });
      service.server.on("ListFunctions", { Marker: "more" }).responds({ Functions: [] });
      expect(await service.pages("ListFunctions", {})).toMatchObject([
        { Functions, NextMarker: "more" },
        { Functions: [] },
      ]);
    });
  },
);
