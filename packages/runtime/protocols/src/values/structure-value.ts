/**
 * The value of a structure: members by name.
 *
 * @public
 */
export type StructureValue = Record<string, unknown>;
