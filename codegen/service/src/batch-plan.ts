import type { StructurePlan } from "./shape-plan.js";

/** `tinsmith.client#batch`: how an operation takes entries and reports their results. */
export interface BatchPlan {
  readonly names: BatchNames;
  /** The input member with the entries. */
  readonly entries: BatchList;
  readonly maxEntries: number | undefined;
  /** The maximum size of a request body, in bytes. */
  readonly maxBytes: number | undefined;
  readonly matching: BatchMatching;
  readonly results: BatchList | undefined;
  readonly failures: BatchList | undefined;
  /** The output member with the entries to send again. */
  readonly unprocessed: string | undefined;
  readonly outcome: BatchOutcomePlan | undefined;
  /** The names of the errors that a call ends with because of one of its entries. */
  readonly entryErrors: readonly string[];
}

export interface BatchNames {
  /** `meter-usage-records` */
  readonly file: string;
  /** `meterUsageRecords`: the function, and the method of the aggregated client. */
  readonly function: string;
  /** `MeterUsageRecordsReport` */
  readonly report: string;
  /** `MeterUsageRecordsOutcome` */
  readonly outcome: string;
}

/** A member that is a list of structures. */
export interface BatchList {
  readonly member: string;
  readonly structure: StructurePlan;
}

export type BatchMatching =
  | { readonly kind: "position" }
  | { readonly kind: "id"; readonly member: string }
  | {
      readonly kind: "echo";
      readonly member: string | undefined;
      readonly by: readonly string[];
    };

export interface BatchOutcomePlan {
  readonly status: string;
  /** Absent if a result without a status is accepted. */
  readonly accepted: readonly string[] | undefined;
  readonly duplicate: readonly string[];
  readonly retry: readonly string[];
  readonly message: string | undefined;
  readonly permanent: string | undefined;
}
