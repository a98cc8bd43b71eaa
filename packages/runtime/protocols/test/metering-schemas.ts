import type {
  StaticErrorSchema,
  StaticListSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type { OperationDescription, ServiceSchema } from "../src/index.js";

/** The namespace of AWS Marketplace Metering. The tests use a part of the service. */
const ns = "com.amazonaws.marketplacemetering";

export const service: ServiceSchema = {
  namespace: ns,
  name: "AWSMPMeteringService",
  version: "2016-01-14",
};

const tag: StaticStructureSchema = [3, ns, "Tag", 0, ["Key", "Value"], [0, 0], 2];
const tagList: StaticListSchema = [1, ns, "TagList", 0, tag];
const allocation: StaticStructureSchema = [
  3,
  ns,
  "UsageAllocation",
  0,
  ["AllocatedUsageQuantity", "Tags"],
  [1, tagList],
  1,
];
const allocations: StaticListSchema = [1, ns, "UsageAllocations", 0, allocation];
const usageRecord: StaticStructureSchema = [
  3,
  ns,
  "UsageRecord",
  0,
  [
    "Timestamp",
    "Dimension",
    "CustomerIdentifier",
    "Quantity",
    "UsageAllocations",
    "CustomerAWSAccountId",
    "LicenseArn",
  ],
  [4, 0, 0, 1, allocations, 0, 0],
  2,
];
const usageRecordList: StaticListSchema = [1, ns, "UsageRecordList", 0, usageRecord];
const usageRecordResult: StaticStructureSchema = [
  3,
  ns,
  "UsageRecordResult",
  0,
  ["UsageRecord", "MeteringRecordId", "Status"],
  [usageRecord, 0, 0],
];

export const throttling: StaticErrorSchema = [
  -3,
  ns,
  "ThrottlingException",
  { error: "client" },
  ["message"],
  [0],
];
export const conflict: StaticErrorSchema = [
  -3,
  ns,
  "IdempotencyConflictException",
  { error: "client", httpError: 409 },
  ["message"],
  [0],
];

const operation = (schema: StaticOperationSchema): OperationDescription => ({
  schema,
  errors: [throttling, conflict],
});

export const meterUsage = operation([
  9,
  ns,
  "MeterUsage",
  0,
  [
    3,
    ns,
    "MeterUsageRequest",
    0,
    [
      "ProductCode",
      "Timestamp",
      "UsageDimension",
      "UsageQuantity",
      "DryRun",
      "UsageAllocations",
      "ClientToken",
    ],
    [0, 4, 0, 1, 2, allocations, [0, 4]],
    3,
  ],
  [3, ns, "MeterUsageResult", 0, ["MeteringRecordId"], [0]],
]);

export const batchMeterUsage = operation([
  9,
  ns,
  "BatchMeterUsage",
  0,
  [3, ns, "BatchMeterUsageRequest", 0, ["UsageRecords", "ProductCode"], [usageRecordList, 0], 1],
  [
    3,
    ns,
    "BatchMeterUsageResult",
    0,
    ["Results", "UnprocessedRecords"],
    [[1, ns, "UsageRecordResultList", 0, usageRecordResult], usageRecordList],
  ],
]);

export const resolveCustomer = operation([
  9,
  ns,
  "ResolveCustomer",
  0,
  [3, ns, "ResolveCustomerRequest", 0, ["RegistrationToken"], [0], 1],
  [
    3,
    ns,
    "ResolveCustomerResult",
    0,
    ["CustomerIdentifier", "ProductCode", "CustomerAWSAccountId", "LicenseArn"],
    [0, 0, 0, 0],
  ],
]);

export const registerUsage = operation([
  9,
  ns,
  "RegisterUsage",
  0,
  [3, ns, "RegisterUsageRequest", 0, ["ProductCode", "PublicKeyVersion", "Nonce"], [0, 1, 0], 2],
  [3, ns, "RegisterUsageResult", 0, ["PublicKeyRotationTimestamp", "Signature"], [4, 0]],
]);

export const operations = [meterUsage, batchMeterUsage, resolveCustomer, registerUsage];
