import type { Quotas } from "@tinsmith/server-runtime";

/** What AWS lets an account do in a region, in requests a second. */
export const quotas: Quotas = {
  error: "ThrottlingException",
  operations: {
    BatchMeterUsage: { perSecond: 10 },
    MeterUsage: { perSecond: 10 },
    RegisterUsage: { perSecond: 5 },
  },
};
