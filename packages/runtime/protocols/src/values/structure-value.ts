/** The value of a structure: members by name. */
export type StructureValue = Record<string, unknown>;
