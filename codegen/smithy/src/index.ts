// Loading
export { createModelLoader, loadModel } from "./load/load-model.js";
export type { LoadOptions, LoadResult, ModelLoader } from "./load/load-model.js";

// The model
export { traitSpan } from "./model/trait-origins.js";
export { isMemberOptional } from "./traits/nullability.js";
export type { NullabilityView } from "./traits/nullability.js";
export { howToDefine } from "./traits/trait-packages.js";
export { exactDigits, traitDigits } from "./model/exact-digits.js";
export { membersOf, structureMembers } from "./model/members.js";
export {
  arrayOf,
  entriesOf,
  isNodeArray,
  isNodeObject,
  nodeEquals,
  numberOf,
  propertyOf,
  stringOf,
  stringsOf,
} from "./model/node-value.js";
export type { NodeObject } from "./model/node-value.js";
export { upperFirst } from "./model/casing.js";
export { containerId, memberName, shapeName, shapeNamespace } from "./model/shape-id.js";
export type {
  EnumShape,
  IntEnumShape,
  ListShape,
  MapShape,
  Members,
  MemberShape,
  Model,
  NodeValue,
  OperationShape,
  ResourceShape,
  ServiceProperties,
  ServiceShape,
  Shape,
  ShapeId,
  ShapeOfType,
  ShapeType,
  SimpleShape,
  SimpleShapeType,
  StructureShape,
  Traits,
  UnionShape,
} from "./model/model.js";

// Validation
export { validateModel } from "./validate/validate-model.js";
export type { ValidateOptions } from "./validate/validate-model.js";

// Endpoint tests
export { currentEndpointTests } from "./validate/rules/endpoints/test-case.js";

// Selectors and neighbors
export { parseSelector } from "./select/selector.js";
export type { Selector, SelectorMatch } from "./select/selector.js";
export { SelectorSyntaxError } from "./select/selector-syntax.js";
export { NeighborIndex } from "./select/neighbors.js";
export type { Neighbor } from "./select/neighbors.js";

// Patterns
export { readPattern } from "./patterns/read-pattern.js";
export type { PatternReading } from "./patterns/read-pattern.js";

// JMESPath
export { parseJmespath } from "./validate/jmespath/parse-jmespath.js";
export { JmespathError } from "./validate/jmespath/expression.js";
export type { Expression as JmespathExpression } from "./validate/jmespath/expression.js";

// JSON AST
export { printJson } from "./ast/print-json.js";
export { serializeAst } from "./ast/serialize-ast.js";
export type { AstNode, SerializeOptions } from "./ast/serialize-ast.js";

// IDL
export { serializeIdl } from "./idl/serialize-idl.js";
export { formatIdl } from "./format/format-idl.js";
export type { FormatIdlOptions, FormatIdlResult } from "./format/format-idl.js";

// Migration
export { migrateSources } from "./migrate/migrate-sources.js";
export type { MigrateResult } from "./migrate/migrate-sources.js";

// Transforms
export { transformModel, transformNames } from "./transform/transform-model.js";
export type {
  Transform,
  TransformOptions,
  TransformProblem,
  TransformResult,
} from "./transform/transform-model.js";

// Diagnostics
export { eventMessage } from "./diagnostics/diagnostic.js";
export type { Diagnostic, Severity } from "./diagnostics/diagnostic.js";
export { closest } from "./diagnostics/closest.js";
export { compareText, isAtLeast, sortDiagnostics } from "./diagnostics/compare.js";
export { formatDiagnostics, placeOf } from "./diagnostics/format-diagnostics.js";
export type { FormatOptions } from "./diagnostics/format-diagnostics.js";

// Text and syntax
export { firstIndexWhere } from "./source/binary-search.js";
export { createSourceFile } from "./source/source-file.js";
export type { Position, SourceFile, SourceText, Span } from "./source/source-file.js";
export { parseIdl } from "./syntax/parse.js";
export type { SyntaxTree } from "./syntax/syntax-tree.js";
export { TokenKind } from "./syntax/tokens.js";
export type { Tokens } from "./syntax/tokens.js";
/** The nodes of a syntax tree: `Syntax.ShapeIdNode`, … */
export type * as Syntax from "./syntax/nodes.js";
