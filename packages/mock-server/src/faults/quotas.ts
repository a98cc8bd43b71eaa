import type { Quotas } from "@tinsmith/server-runtime";

/** The quotas of an AWS account in a region, in requests per second. */
export const quotas: Quotas = {
  error: "ThrottlingException",
  operations: {
    BatchMeterUsage: { perSecond: 10 },
    MeterUsage: { perSecond: 10 },
    RegisterUsage: { perSecond: 5 },
  },
};
