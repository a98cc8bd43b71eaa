import type { Severity } from "@tinsmith/smithy";

/** The severities that `--severity` accepts, least severe first. */
export const severities: readonly Severity[] = ["NOTE", "WARNING", "DANGER", "ERROR"];
