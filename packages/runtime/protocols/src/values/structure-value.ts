/**
 * The value of a structure, with its members by name.
 *
 * @public
 */
export type StructureValue = Record<string, unknown>;
