export {
  encodedMemberTraitsOf,
  encodedTraitsOf,
  idOf,
  inputOf,
  isMember,
  listMemberOf,
  mapKeyOf,
  mapValueOf,
  memberNamesOf,
  memberRefsOf,
  memberTargetOf,
  nameOf,
  namespaceOf,
  outputOf,
  requiredCountOf,
  simpleTargetOf,
} from "./accessors.js";
export {
  Sentinel,
  ShapeKind,
  hasMembers,
  isError,
  isList,
  isMap,
  isOperation,
  isOperationSchema,
  isSimple,
  isStructure,
  isUnion,
  kindOf,
} from "./kinds.js";
export type { MemberedSchema, ShapeSchema } from "./kinds.js";
export { dereference, resolveSchema } from "./resolve.js";
export type { ResolvedSchema } from "./resolve.js";
export {
  asStructure,
  elementOf,
  entryValueOf,
  eventStreamOf,
  isStreaming,
  isUnit,
  membersOf,
  replaceMembers,
  replaceTraits,
  structureOf,
  withMembers,
} from "./compounds.js";
export { decodeTraits, traitsOf } from "./traits.js";
