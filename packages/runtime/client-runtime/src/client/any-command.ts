import type { PaginationConfiguration } from "@smithy/types";

/** A command of any operation. */
export type AnyCommand = Parameters<NonNullable<PaginationConfiguration["withCommand"]>>[0];
