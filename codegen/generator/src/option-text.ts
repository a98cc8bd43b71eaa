import * as v from "valibot";

/**
 * Adds a description in Markdown to the schema of an option. The description is part of messages
 * about invalid values and of the documentation.
 */
export function described<const Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.SchemaWithPipe<readonly [Schema, v.DescriptionAction<v.InferOutput<Schema>, string>]> {
  return v.pipe(schema, v.description(text));
}

/** An option of a configuration. */
export interface OptionText {
  /**
   * The path below the object that has the option: `recordings.file`, `history[].version`,
   * `projections.*.imports`.
   */
  readonly path: string;
  /** The type as text: `string`, `list of strings`. */
  readonly type: string;
  readonly isRequired: boolean;
  /** The description in Markdown; empty for an option without a description. */
  readonly text: string;
}

/** The properties of schemas that this module reads. */
interface AnySchema {
  readonly type: string;
  readonly expects?: string | null;
  readonly wrapped?: AnySchema;
  readonly item?: AnySchema;
  readonly value?: AnySchema;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, AnySchema>>;
  readonly default?: unknown;
}

/**
 * Returns the options that a schema of an object accepts, each followed by the options inside of
 * it.
 */
export function optionTexts(schema: v.GenericSchema): readonly OptionText[] {
  return textsOf(schema as unknown as AnySchema, "");
}

/** Returns the meaning of the option at a path of keys; `undefined` if it has none. */
export function optionText(
  schema: v.GenericSchema,
  path: readonly (string | number)[],
): string | undefined {
  const at = schemaAt(schema, path);
  return at && descriptionOf(at);
}

/** Returns the names of the options at a path of keys. */
export function optionNames(
  schema: v.GenericSchema,
  path: readonly (string | number)[],
): readonly string[] {
  const at = schemaAt(schema, path);
  return at === undefined ? [] : Object.keys(unwrap(at).entries ?? {});
}

function schemaAt(
  schema: v.GenericSchema,
  path: readonly (string | number)[],
): AnySchema | undefined {
  return path.reduce<AnySchema | undefined>(
    (at, key) => {
      const inside = at && unwrap(at);
      return inside?.entries?.[key] ?? inside?.item ?? inside?.value;
    },
    schema as unknown as AnySchema,
  );
}

function textsOf(schema: AnySchema, base: string): readonly OptionText[] {
  return Object.entries(unwrap(schema).entries ?? {}).flatMap(([name, entry]) => {
    const path = base === "" ? name : `${base}.${name}`;
    const inside = unwrap(entry);
    const own: OptionText = {
      path,
      type: typeOf(inside),
      isRequired: entry.type !== "optional" && entry.type !== "exact_optional",
      text: withDefault(descriptionOf(entry) ?? "", entry),
    };
    const { item, value } = inside;
    if (item !== undefined) return [own, ...textsOf(item, `${path}[]`)];
    return [own, ...(value === undefined ? textsOf(inside, path) : textsOf(value, `${path}.*`))];
  });
}

/** Adds the default of a schema, unless the text names one. */
function withDefault(text: string, { default: value }: AnySchema): string {
  if (value === undefined || text.includes("Default:")) return text;
  return `${text} Default: \`${JSON.stringify(value)}\`.`.trim();
}

/** Returns the type of a schema as text. */
function typeOf(schema: AnySchema): string {
  switch (schema.type) {
    case "array":
      return `list of ${plural(typeOf(unwrap(schema.item ?? schema)))}`;
    case "record": {
      const value = typeOf(unwrap(schema.value ?? schema));
      return value === anyValue ? "object" : `object of ${plural(value)}`;
    }
    case "strict_object":
    case "loose_object":
    case "object":
      return "object";
    case "union":
      return [
        ...new Set((schema.options ?? []).map((option) => typeOf(unwrap(option as AnySchema)))),
      ].join(" or ");
    case "picklist":
      return (schema.options ?? []).map((option) => `\`${JSON.stringify(option)}\``).join(" or ");
    case "lazy":
      return anyValue;
    default:
      return schema.type;
  }
}

const anyValue = "any value";

const plural = (type: string): string => type.replace(/^(\w+)/, "$1s");

function unwrap(schema: AnySchema): AnySchema {
  return schema.wrapped === undefined ? schema : unwrap(schema.wrapped);
}

function descriptionOf(schema: AnySchema): string | undefined {
  const own = v.getDescription(schema as unknown as v.GenericSchema);
  return own ?? (schema.wrapped && descriptionOf(schema.wrapped));
}
