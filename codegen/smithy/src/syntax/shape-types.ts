/** The syntax after the name of a shape, by the keyword of its type. */
export type ShapeForm = "simple" | "aggregate" | "enum" | "entity" | "operation";

const forms: ReadonlyMap<string, ShapeForm> = new Map<string, ShapeForm>([
  ["blob", "simple"],
  ["boolean", "simple"],
  ["document", "simple"],
  ["string", "simple"],
  ["byte", "simple"],
  ["short", "simple"],
  ["integer", "simple"],
  ["long", "simple"],
  ["float", "simple"],
  ["double", "simple"],
  ["bigInteger", "simple"],
  ["bigDecimal", "simple"],
  ["timestamp", "simple"],
  ["list", "aggregate"],
  // Only in version 1.0.
  ["set", "aggregate"],
  ["map", "aggregate"],
  ["structure", "aggregate"],
  ["union", "aggregate"],
  ["enum", "enum"],
  ["intEnum", "enum"],
  ["service", "entity"],
  ["resource", "entity"],
  ["operation", "operation"],
]);

export const shapeForm = (type: string): ShapeForm | undefined => forms.get(type);

export const isShapeTypeName = (word: string): boolean => forms.has(word);

/** The words that can start a statement. */
export const statementWords: readonly string[] = [...forms.keys(), "apply"];
