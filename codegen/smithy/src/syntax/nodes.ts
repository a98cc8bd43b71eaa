/**
 * The nodes of a syntax tree, by the grammar of the Smithy IDL 2.0.
 *
 * A node covers `start` to `end` (exclusive) of the text, from its first to its last significant
 * token. Spaces, line breaks, commas and comments between and inside nodes are not nodes: they are
 * tokens of the tree, found by offset (`tree.tokens.indexAt(node.end)`). Every token belongs to the
 * innermost node around it, so the text and the tree together are complete.
 *
 * In text with errors, optional parts are absent, and required ones are nodes with `missing: true`
 * that cover no text.
 */
export interface NodeRange {
  readonly start: number;
  readonly end: number;
}

/** A name of a shape, member, property, control or metadata key. `text` is `""` if missing. */
export interface IdentifierNode extends NodeRange {
  readonly kind: "identifier";
  readonly text: string;
  readonly missing: boolean;
}

/** A shape id as written: relative or absolute, optionally with `$member`. */
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
  /**
   * The number as written, if its double would be printed differently: `1.0`, or a number with too
   * many digits.
   */
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

/** An object; `braces` is false for `key: value` pairs directly in the parentheses of a trait. */
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

/** A placeholder for an expected value; covers the unusable token, if there is one. */
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

/**
 * Consecutive `///` lines that document the following node; `text` is without the slashes and the
 * first space.
 */
export interface DocumentationNode extends NodeRange {
  readonly kind: "documentation";
  readonly text: string;
}

/**
 * A trait: `@id`, `@id()`, `@id(value)` or `@id(key: value)`. `parentheses` distinguishes the first
 * two.
 */
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
  /** True if the statement ends with an error before the value has an effect. */
  readonly broken: boolean;
}

/** `metadata key = value` */
export interface MetadataNode extends NodeRange {
  readonly kind: "metadata";
  readonly key: StringNode | IdentifierNode;
  readonly value: ValueNode;
  /** True if the value could not be read. */
  readonly broken: boolean;
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
  /**
   * True if the member ends with an error. Its name is `missing` unless the error comes after the
   * name.
   */
  readonly broken: boolean;
}

/** `{ members }` */
export interface MembersNode extends NodeRange {
  readonly kind: "members";
  readonly members: readonly MemberNode[];
}

/** `[A, B]` as the errors of an operation. */
export interface ShapeIdListNode extends NodeRange {
  readonly kind: "shapeIds";
  readonly ids: readonly ShapeIdNode[];
}

/** The part after `:=`: a structure without a name. */
export interface InlineShapeNode extends NodeRange {
  readonly kind: "inlineShape";
  readonly documentation?: DocumentationNode | undefined;
  readonly traits: readonly TraitNode[];
  readonly forResource?: ForResourceNode | undefined;
  readonly mixins?: MixinsNode | undefined;
  readonly body?: MembersNode | undefined;
  /** True if the shape ends with an error. */
  readonly broken: boolean;
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

/**
 * Any shape. The body depends on the type: members, operation properties, an object (service,
 * resource), or none.
 */
export interface ShapeNode extends NodeRange {
  readonly kind: "shape";
  readonly documentation?: DocumentationNode | undefined;
  readonly traits: readonly TraitNode[];
  /** The keyword of the type: `structure`, `string` and so on. */
  readonly type: IdentifierNode;
  readonly name: IdentifierNode;
  readonly forResource?: ForResourceNode | undefined;
  readonly mixins?: MixinsNode | undefined;
  readonly body?: MembersNode | OperationBodyNode | ObjectNode | undefined;
  /** True if the shape ends with an error. It is then not defined. */
  readonly broken: boolean;
}

/** `apply Id @trait` or `apply Id { @trait ... }` (`braces`). */
export interface ApplyNode extends NodeRange {
  readonly kind: "apply";
  readonly target: ShapeIdNode;
  readonly braces: boolean;
  readonly traits: readonly TraitNode[];
  /** True if the statement ends with an error. Its traits are then not applied. */
  readonly broken: boolean;
}

/** Skipped text that is not a statement, with the traits that precede it. */
export interface SkippedNode extends NodeRange {
  readonly kind: "skipped";
  readonly traits: readonly TraitNode[];
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
