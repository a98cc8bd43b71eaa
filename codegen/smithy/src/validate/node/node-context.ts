import type { Severity } from "../../diagnostics/diagnostic.js";
import type { Model, Shape } from "../../model/model.js";

/** A problem with a value, at a path from the whole value. */
export interface NodeEvent {
  readonly severity: Severity;
  readonly message: string;
  /** `.0.name`; empty for the whole value. */
  readonly path: string;
  /** The suffix of the event id: `Member.InvalidRange`. */
  readonly suffix?: string | undefined;
}

/** Rules for checking a value, which depend on its use. */
export interface NodeOptions {
  /** The form of timestamps: by their format, or as numbers of seconds. */
  readonly timestamps?: "format" | "epoch-seconds" | "any";
  /** Null stands for an omitted member. */
  readonly allowOptionalNull?: boolean;
  /** A zero out of range is a warning, because older models have it as a default. */
  readonly lenientZero?: boolean;
  /** Blobs must be base64. */
  readonly base64?: boolean;
  /** The severity of violated constraints. */
  readonly constraintSeverity?: "ERROR" | "WARNING";
}

/** The context of a check, passed along while the value is traversed. */
export interface NodeContext {
  readonly model: Model;
  readonly options: NodeOptions;
  /** The shape whose namespace resolves relative shape ids. */
  readonly owner: Shape | undefined;
  readonly report: (event: NodeEvent) => void;
}
