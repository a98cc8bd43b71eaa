import type { Severity } from "../../diagnostics/diagnostic.js";
import type { Model, Shape } from "../../model/model.js";
import type { ValuePath } from "../../model/trait-origins.js";

/** The path from a whole value to a part of it, as text and as a list of steps. */
export interface NodePath {
  /** `.0.name`; empty for the whole value. */
  readonly text: string;
  readonly steps: ValuePath;
}

export const wholeValue: NodePath = { text: "", steps: [] };

/** Returns the path of the child `step` of the value at `path`. */
export const below = (path: NodePath, step: string | number): NodePath => ({
  text: `${path.text}.${step}`,
  steps: [...path.steps, step],
});

/** Returns the path of the key `key` of the map at `path`. */
export const keyBelow = (path: NodePath, key: string): NodePath => ({
  text: `${path.text}.${key} (map-key)`,
  steps: [...path.steps, { key }],
});

/** A problem with a value, at a path from the whole value. */
export interface NodeEvent {
  readonly severity: Severity;
  readonly message: string;
  /** `.0.name`; empty for the whole value. */
  readonly path: string;
  readonly steps: ValuePath;
  /** The suffix of the event id: `Member.InvalidRange`. */
  readonly suffix?: string | undefined;
}

/** The parts of an event that name its place. */
export const placed = ({ text, steps }: NodePath) => ({ path: text, steps });

/** The rules for checking a value. They depend on the use of the value. */
export interface NodeOptions {
  /** The form of timestamps: by their format, or as numbers of seconds. */
  readonly timestamps?: "format" | "epoch-seconds" | "any";
  /** True if null stands for an omitted member. */
  readonly allowOptionalNull?: boolean;
  /** True if a zero out of range is only a warning, because older models have it as a default. */
  readonly lenientZero?: boolean;
  /** True if blobs must be base64. */
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
