import type { Severity } from "@tinsmith/smithy";

/** The severities that `--severity` accepts, least severe first. */
export const severities: readonly Severity[] = ["SUPPRESSED", "NOTE", "WARNING", "DANGER", "ERROR"];
