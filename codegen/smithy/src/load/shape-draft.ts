import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { NodeValue, ShapeId } from "../model/model.js";
import type { TraitOrigin } from "../model/trait-origins.js";
import type { Span } from "../source/source-file.js";
import type { DefinedType, Reference, ShapeProperties, Version } from "./definitions.js";
import type { Suggestions } from "./suggestions.js";

/** A trait value with the place where it is written. */
export interface TraitDraft extends TraitOrigin {
  readonly value: NodeValue;
}

export type TraitDrafts = Map<ShapeId, TraitDraft>;

export interface MemberDraft {
  readonly name: string;
  readonly id: ShapeId;
  target: ShapeId | undefined;
  readonly span?: Span | undefined;
  /** All traits; those of mixins join while mixins are flattened. */
  traits: TraitDrafts;
  ownTraits: TraitDrafts;
  /** Ids of the members of mixins that this one comes from. */
  mixins: readonly ShapeId[];
}

/** A shape while it is put together. Only the loader sees it; the model holds frozen shapes. */
export interface ShapeDraft {
  readonly type: DefinedType;
  readonly writtenType: string;
  readonly id: ShapeId;
  readonly version: Version;
  readonly span?: Span | undefined;
  traits: TraitDrafts;
  ownTraits: TraitDrafts;
  members: Map<string, MemberDraft>;
  mixins: readonly Reference[];
  readonly resource?: Reference | undefined;
  readonly broken: boolean;
  properties: ShapeProperties;
  readonly ownProperties: ShapeProperties;
}

/** All shapes while they are put together, with what was found wrong. */
export interface ModelDraft {
  readonly shapes: Map<ShapeId, ShapeDraft>;
  readonly diagnostics: Diagnostic[];
  readonly suggestions: Suggestions;
  /** Traits that are waiting for a member that mixins bring, by the member's id. */
  readonly memberTraits: Map<ShapeId, PendingTraits>;
}

export interface PendingTraits {
  readonly traits: TraitDrafts;
  readonly span?: Span | undefined;
}

/** `path:line:column` of a span, as messages name places. */
export function describePlace(span: Span | undefined): string {
  if (!span) return "N/A";
  const { line, column } = span.file.positionAt(span.start);
  return `${span.file.path} [${line}, ${column}]`;
}
