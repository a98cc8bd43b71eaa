import type { Severity } from "../../diagnostics/diagnostic.js";
import type { Model, Shape } from "../../model/model.js";

/** Something wrong with a value, at a path from the whole value. */
export interface NodeEvent {
  readonly severity: Severity;
  readonly message: string;
  /** `.0.name`; empty for the whole value. */
  readonly path: string;
  /** What goes behind the event id: `Member.InvalidRange`. */
  readonly suffix?: string | undefined;
}

/** How a value is judged; it depends on what the value is for. */
export interface NodeOptions {
  /** How timestamps are written: after their format, or as numbers of seconds. */
  readonly timestamps?: "format" | "epoch-seconds" | "any";
  /** Null stands for a member that is left out. */
  readonly allowOptionalNull?: boolean;
  /** Zero out of range is a warning: older models have it as a default. */
  readonly lenientZero?: boolean;
  /** Blobs have to be base64. */
  readonly base64?: boolean;
  /** Broken constraints are reported with this severity. */
  readonly constraintSeverity?: "ERROR" | "WARNING";
}

/** What the value is checked with: it goes along while the value is walked. */
export interface NodeContext {
  readonly model: Model;
  readonly options: NodeOptions;
  /** The shape in whose namespace relative shape ids are looked up. */
  readonly owner: Shape | undefined;
  readonly report: (event: NodeEvent) => void;
}
