import { expect, it } from "vitest";
import { describeService } from "./service-under-test.js";

const role = { RoleArn: "arn:aws:iam::123456789012:role/demo", RoleSessionName: "session" };

describeService(
  "STS, awsQuery",
  {
    name: "sts",
    model: "sts-2011-06-15",
    awsClient: () => import("@aws-sdk/client-sts"),
    client: "STSClient",
  },
  (service) => {
    it("serializes nested structures and times", async () => {
      const Credentials = {
        AccessKeyId: "ASIAEXAMPLEEXAMPLE",
        SecretAccessKey: 'a+/&<>"',
        SessionToken: " spaces around ",
        Expiration: new Date("2026-11-01T05:00:00Z"),
      };
      service.server.on("AssumeRole", role).responds({ Credentials, PackedPolicySize: 6 });
      expect(await service.call("AssumeRole", role)).toEqual({ Credentials, PackedPolicySize: 6 });
    });

    it("reads lists and structures of the request", async () => {
      const input = {
        ...role,
        PolicyArns: [{ arn: "arn:aws:iam::aws:policy/a" }, { arn: "arn:aws:iam::aws:policy/b" }],
        Tags: [{ Key: "Ünïcode", Value: "a=b+c d" }],
        DurationSeconds: 900,
      };
      await service.call("AssumeRole", input);
      expect(service.received("AssumeRole", input)).toBe(2);
    });

    it("fails with a modeled error under the name in its trait", async () => {
      service.server.on("AssumeRole").throws("PackedPolicyTooLargeException", "81 % too much");
      expect(await service.failure("AssumeRole", role)).toMatchObject({
        name: "PackedPolicyTooLargeException",
        message: "81 % too much",
        fault: "client",
        status: 400,
        isModeled: true,
      });
    });

    it("fails with the constraint that an input violates", async () => {
      const input = { ...role, DurationSeconds: 1 };
      expect(await service.failure("AssumeRole", input)).toMatchObject({
        name: "ValidationException",
        message: expect.stringContaining("/DurationSeconds"),
        fault: "client",
        status: 400,
      });
    });

    it("accepts calls without a signature", async () => {
      const input = { ...role, WebIdentityToken: "token" };
      await service.call("AssumeRoleWithWebIdentity", input);
      expect(service.received("AssumeRoleWithWebIdentity", input)).toBe(2);
    });
  },
);
