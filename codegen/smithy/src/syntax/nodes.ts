/**
 * The nodes of a syntax tree, after the grammar of the Smithy IDL 2.0.
 *
 * A node covers `start` to `end` (exclusive) of the text, from its first to its last significant
 * token. Blanks, line breaks, commas and comments between and inside nodes are not nodes: they are
 * tokens of the tree, found by offset (`tree.tokens.indexAt(node.end)`). Every token belongs to the
 * innermost node around it, so text and tree together lose nothing.
 *
 * Where the text is wrong, optional parts are absent, and required ones are nodes with
 * `missing: true` that cover no text.
 */
export interface NodeRange {
  readonly start: number;
  readonly end: number;
}

/** A name: of a shape, a member, a property, a control or metadata key. `text` is `""` where missing. */
export interface IdentifierNode extends NodeRange {
  readonly kind: "identifier";
  readonly text: string;
  readonly missing: boolean;
}

/** A shape id as written: relative or absolute, perhaps with `$member`. */
export interface ShapeIdNode extends NodeRange {
  readonly kind: "shapeId";
  readonly text: string;
  readonly missing: boolean;
}

/** `"quoted"` or a `"""` text block; `value` has escapes and indentation resolved. */
export interface StringNode extends NodeRange {
  readonly kind: "string";
  readonly value: string;
  readonly textBlock: boolean;
}

export interface NumberNode extends NodeRange {
  readonly kind: "number";
  readonly value: number;
  /** The number as it is written, where its double is written otherwise: `1.0`, and whatever has too many digits. */
  readonly digits?: string;
}

/** `true`, `false` or `null`. */
export interface KeywordNode extends NodeRange {
  readonly kind: "keyword";
  readonly value: boolean | null;
}

export interface ArrayNode extends NodeRange {
  readonly kind: "array";
  readonly items: readonly ValueNode[];
}

/** An object; `braces` is false for the `key: value` pairs that stand right in a trait's parentheses. */
export interface ObjectNode extends NodeRange {
  readonly kind: "object";
  readonly entries: readonly ObjectEntryNode[];
  readonly braces: boolean;
}

export interface ObjectEntryNode extends NodeRange {
  readonly kind: "objectEntry";
  readonly key: StringNode | IdentifierNode;
  readonly value: ValueNode;
}

/** Where a value was expected; covers the unusable token there, if any. */
export interface MissingValueNode extends NodeRange {
  readonly kind: "missingValue";
}

export type ValueNode =
  | StringNode
  | NumberNode
  | KeywordNode
  | ShapeIdNode
  | ArrayNode
  | ObjectNode
  | MissingValueNode;

/** Consecutive `///` lines that document what follows; `text` is without slashes and first blank. */
export interface DocumentationNode extends NodeRange {
  readonly kind: "documentation";
  readonly text: string;
}

/** `@id`, `@id()`, `@id(value)` or `@id(key: value)`; `parentheses` tells the first two apart. */
export interface TraitNode extends NodeRange {
  readonly kind: "trait";
  readonly id: ShapeIdNode;
  readonly parentheses: boolean;
  readonly value?: ValueNode | undefined;
}

/** `$key: value` */
export interface ControlNode extends NodeRange {
  readonly kind: "control";
  readonly key: StringNode | IdentifierNode;
  readonly value: ValueNode;
}

/** `metadata key = value` */
export interface MetadataNode extends NodeRange {
  readonly kind: "metadata";
  readonly key: StringNode | IdentifierNode;
  readonly value: ValueNode;
}

/** `namespace a.b.c` */
export interface NamespaceNode extends NodeRange {
  readonly kind: "namespace";
  readonly name: IdentifierNode;
}

/** `use a.b#C` */
export interface UseNode extends NodeRange {
  readonly kind: "use";
  readonly id: ShapeIdNode;
}

/** `for Resource` */
export interface ForResourceNode extends NodeRange {
  readonly kind: "forResource";
  readonly resource: ShapeIdNode;
}

/** `with [A, B]` */
export interface MixinsNode extends NodeRange {
  readonly kind: "mixins";
  readonly ids: readonly ShapeIdNode[];
}

/** A member: `name: Target = value`, elided `$name`, or of an enum `NAME = value`. */
export interface MemberNode extends NodeRange {
  readonly kind: "member";
  readonly documentation?: DocumentationNode | undefined;
  readonly traits: readonly TraitNode[];
  readonly name: IdentifierNode;
  readonly elided: boolean;
  /** Absent on elided members and members of enums. */
  readonly target?: ShapeIdNode | undefined;
  readonly value?: ValueNode | undefined;
}

/** `{ members }` */
export interface MembersNode extends NodeRange {
  readonly kind: "members";
  readonly members: readonly MemberNode[];
}

/** `[A, B]` as the errors of an operation */
export interface ShapeIdListNode extends NodeRange {
  readonly kind: "shapeIds";
  readonly ids: readonly ShapeIdNode[];
}

/** What follows `:=`: a structure without a name of its own. */
export interface InlineShapeNode extends NodeRange {
  readonly kind: "inlineShape";
  readonly documentation?: DocumentationNode | undefined;
  readonly traits: readonly TraitNode[];
  readonly forResource?: ForResourceNode | undefined;
  readonly mixins?: MixinsNode | undefined;
  readonly body?: MembersNode | undefined;
}

/** `input: A`, `input := {...}`, `errors: [...]` */
export interface OperationPropertyNode extends NodeRange {
  readonly kind: "operationProperty";
  readonly name: IdentifierNode;
  readonly value?: ShapeIdNode | ShapeIdListNode | InlineShapeNode | undefined;
}

/** `{ input: A }` */
export interface OperationBodyNode extends NodeRange {
  readonly kind: "operationBody";
  readonly properties: readonly OperationPropertyNode[];
}

/** Any shape. The body is by type: members, operation properties, an object (service, resource), or absent. */
export interface ShapeNode extends NodeRange {
  readonly kind: "shape";
  readonly documentation?: DocumentationNode | undefined;
  readonly traits: readonly TraitNode[];
  /** The word that names the type: `structure`, `string` … */
  readonly type: IdentifierNode;
  readonly name: IdentifierNode;
  readonly forResource?: ForResourceNode | undefined;
  readonly mixins?: MixinsNode | undefined;
  readonly body?: MembersNode | OperationBodyNode | ObjectNode | undefined;
  /** True where something in it is wrong: what it lacks may just not have been read. */
  readonly broken: boolean;
}

/** `apply Id @trait` or `apply Id { @trait ... }` (`braces`). */
export interface ApplyNode extends NodeRange {
  readonly kind: "apply";
  readonly target: ShapeIdNode;
  readonly braces: boolean;
  readonly traits: readonly TraitNode[];
}

/** Text that is no statement, skipped until the next line that could start one. */
export interface SkippedNode extends NodeRange {
  readonly kind: "skipped";
}

export type StatementNode = ShapeNode | ApplyNode | SkippedNode;

/** A whole file, in the order of its sections. */
export interface FileNode extends NodeRange {
  readonly kind: "file";
  readonly controls: readonly ControlNode[];
  readonly metadata: readonly MetadataNode[];
  readonly namespace?: NamespaceNode | undefined;
  readonly uses: readonly UseNode[];
  readonly statements: readonly StatementNode[];
}

export type SyntaxNode =
  | FileNode
  | ControlNode
  | MetadataNode
  | NamespaceNode
  | UseNode
  | StatementNode
  | ForResourceNode
  | MixinsNode
  | MembersNode
  | MemberNode
  | OperationBodyNode
  | OperationPropertyNode
  | ShapeIdListNode
  | InlineShapeNode
  | TraitNode
  | DocumentationNode
  | ValueNode
  | ObjectEntryNode
  | IdentifierNode;
