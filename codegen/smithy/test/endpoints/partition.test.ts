import { describe, expect, it } from "vitest";
import { partition } from "../../src/endpoints/partition.js";

describe("partition", () => {
  it.each([
    ["us-east-1", "aws"],
    ["mx-central-1", "aws"],
    ["aws-global", "aws"],
    ["cn-north-1", "aws-cn"],
    ["aws-cn-global", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["us-iso-east-1", "aws-iso"],
    ["us-isob-east-1", "aws-iso-b"],
    ["eu-isoe-west-1", "aws-iso-e"],
    ["us-isof-south-1", "aws-iso-f"],
    ["eusc-de-east-1", "aws-eusc"],
    ["somewhere-new", "aws"],
  ])("maps the region %s to the partition %s", (region, name) => {
    expect(partition(region)?.name).toBe(name);
  });

  it("returns the DNS suffixes of the partition", () => {
    expect(partition("eusc-de-east-1")).toEqual({
      name: "aws-eusc",
      dnsSuffix: "amazonaws.eu",
      dualStackDnsSuffix: "api.amazonwebservices.eu",
      supportsFIPS: true,
      supportsDualStack: true,
      implicitGlobalRegion: "eusc-de-east-1",
    });
  });
});
