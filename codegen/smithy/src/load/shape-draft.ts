import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { NodeValue, ShapeId } from "../model/model.js";
import type { TraitOrigin } from "../model/trait-origins.js";
import type { Span } from "../source/source-file.js";
import type { DefinedType, Reference, ShapeProperties, Version } from "./definitions.js";
import type { Suggestions } from "./suggestions.js";

/** A trait value and its place in the text. */
export interface TraitDraft extends TraitOrigin {
  readonly value: NodeValue;
}

export type TraitDrafts = Map<ShapeId, TraitDraft>;

export interface MemberDraft {
  readonly name: string;
  readonly id: ShapeId;
  target: ShapeId | undefined;
  readonly span?: Span | undefined;
  /** All traits; those of mixins are added when mixins are flattened. */
  traits: TraitDrafts;
  ownTraits: TraitDrafts;
  /** The place of `@box`, which the upgrade from 1.0 removes. */
  box?: Span | undefined;
  /** Ids of the mixin members that this member is inherited from. */
  mixins: readonly ShapeId[];
}

/** A shape under construction. Only the loader uses drafts; the model holds frozen shapes. */
export interface ShapeDraft {
  readonly type: DefinedType;
  readonly writtenType: string;
  readonly id: ShapeId;
  readonly version: Version;
  readonly span?: Span | undefined;
  traits: TraitDrafts;
  ownTraits: TraitDrafts;
  /** The place of `@box`, which the upgrade from 1.0 removes. */
  box?: Span | undefined;
  members: Map<string, MemberDraft>;
  mixins: readonly Reference[];
  readonly resource?: Reference | undefined;
  properties: ShapeProperties;
  readonly ownProperties: ShapeProperties;
}

/** All shapes under construction, and the diagnostics. */
export interface ModelDraft {
  readonly shapes: Map<ShapeId, ShapeDraft>;
  readonly diagnostics: Diagnostic[];
  readonly suggestions: Suggestions;
  /** Traits applied to members that mixins will add, by the member's id. */
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
