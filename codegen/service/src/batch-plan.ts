import type { StructurePlan } from "./shape-plan.js";

/** `tinsmith.client#batch`: how an operation takes entries and answers for them. */
export interface BatchPlan {
  readonly names: BatchNames;
  /** The member of the input with the entries, and what they are. */
  readonly entries: BatchList;
  readonly maxEntries: number | undefined;
  /** Bytes of a request's body. */
  readonly maxBytes: number | undefined;
  readonly matching: BatchMatching;
  readonly results: BatchList | undefined;
  readonly failures: BatchList | undefined;
  /** The member of the output with entries to be sent again. */
  readonly unprocessed: string | undefined;
  readonly outcome: BatchOutcomePlan | undefined;
  /** Names of errors of a whole call that one entry can cause. */
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
  /** Absent where a result is accepted that has no status. */
  readonly accepted: readonly string[] | undefined;
  readonly duplicate: readonly string[];
  readonly retry: readonly string[];
  readonly message: string | undefined;
  readonly permanent: string | undefined;
}
