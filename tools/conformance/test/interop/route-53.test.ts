import { expect, it } from "vitest";
import { describeService } from "./service-under-test.js";

describeService(
  "Route 53, restXml",
  {
    name: "route-53",
    model: "route-53-2013-04-01",
    awsClient: () => import("@aws-sdk/client-route-53"),
    client: "Route53Client",
  },
  (service) => {
    const zone = { Id: "Z1", Name: "example.com.", CallerReference: "now" };

    it("accepts a document with lists of structures", async () => {
      const Changes = [
        {
          Action: "UPSERT",
          ResourceRecordSet: {
            Name: "www.example.com.",
            Type: "TXT",
            TTL: 300,
            ResourceRecords: [{ Value: '"a & b"' }, { Value: '"<c>"' }],
          },
        },
      ];
      const input = { HostedZoneId: "Z1", ChangeBatch: { Comment: "", Changes } };
      const ChangeInfo = {
        Id: "C1",
        Status: "PENDING",
        SubmittedAt: new Date("2026-11-01T05:00:00Z"),
      };
      service.server.on("ChangeResourceRecordSets", input).responds({ ChangeInfo });
      expect(await service.call("ChangeResourceRecordSets", input)).toEqual({ ChangeInfo });
    });

    it("returns headers and a document with status 201", async () => {
      const output = {
        HostedZone: zone,
        ChangeInfo: { Id: "C1", Status: "INSYNC", SubmittedAt: new Date(0) },
        DelegationSet: { NameServers: ["ns-1.example.", "ns-2.example."] },
        Location: "https://route53.example/Z1",
      };
      service.server.on("CreateHostedZone").responds(output);
      const input = { Name: "example.com", CallerReference: "now" };
      expect(await service.call("CreateHostedZone", input)).toEqual(output);
    });

    it("fails with the members of an error", async () => {
      service.server.on("ChangeResourceRecordSets").handles(() => {
        throw Object.assign(new Error("The batch is not valid."), {
          name: "InvalidChangeBatch",
          messages: ["one", "two & three"],
        });
      });
      const input = {
        HostedZoneId: "Z1",
        ChangeBatch: {
          Changes: [{ Action: "DELETE", ResourceRecordSet: { Name: "a.", Type: "A" } }],
        },
      };
      expect(await service.failure("ChangeResourceRecordSets", input)).toMatchObject({
        name: "InvalidChangeBatch",
        message: "The batch is not valid.",
        fault: "client",
        status: 400,
        isModeled: true,
        members: { messages: ["one", "two & three"] },
      });
    });

    it("paginates by markers", async () => {
      const page = { IsTruncated: false, MaxItems: 1, HostedZones: [zone], Marker: "" };
      service.server
        .on("ListHostedZones")
        .responds({ ...page, IsTruncated: true, NextMarker: "Z2" });
      service.server.on("ListHostedZones", { Marker: "Z2" }).responds({ ...page, Marker: "Z2" });
      expect(await service.pages("ListHostedZones", { MaxItems: 1 })).toMatchObject([
        { ...page, IsTruncated: true, NextMarker: "Z2" },
        { ...page, Marker: "Z2" },
      ]);
    });
  },
);
