import type {
  $SchemaRef,
  SchemaTraitsObject,
  StaticErrorSchema,
  StaticOperationSchema,
  StaticSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type { MemberShape, Model, OperationShape, Shape, ShapeId, Traits } from "@tinsmith/smithy";
import { namespaceOf, stringOf } from "../node-values.js";
import { memberTraits } from "./member-traits.js";
import { schemaTraits } from "./schema-traits.js";

const unitId = "smithy.api#Unit";

/** Makes the schemas of a model's shapes, each when it is first asked for. */
export class SchemaBuilder {
  readonly #model: Model;
  readonly #nameOf: (id: ShapeId) => string;
  readonly #built = new Map<ShapeId, StaticSchema>();

  /** @param nameOf the name of a shape in the service, which may have renamed it */
  constructor(model: Model, nameOf: (id: ShapeId) => string) {
    this.#model = model;
    this.#nameOf = nameOf;
  }

  operation(shape: OperationShape): StaticOperationSchema {
    return [
      9,
      namespaceOf(shape.id),
      this.#nameOf(shape.id),
      schemaTraits(shape.traits),
      this.#dataOf(shape.input),
      this.#outputOf(shape),
    ];
  }

  /** @throws TypeError where the shape is no error */
  error(id: ShapeId): StaticErrorSchema {
    const schema = this.#schemaOf(id);
    if (schema[0] === -3) return schema;
    throw new TypeError(`${id} is named as an error, but it is none.`);
  }

  /** An output whose XML has no element for the structure: its operation says so, but readers see the output only. */
  #outputOf({ output, traits }: OperationShape): StaticStructureSchema | "unit" {
    const schema = this.#dataOf(output);
    if (schema === "unit" || !traits.has("aws.customizations#s3UnwrappedXmlOutput")) return schema;
    const [kind, namespace, name, , ...members] = schema;
    const own = schemaTraits(this.#model.expectShape(output).traits);
    return [kind, namespace, name, joined(own, { s3UnwrappedXmlOutput: 1 }), ...members];
  }

  #dataOf(id: ShapeId): StaticStructureSchema | "unit" {
    if (id === unitId) return "unit";
    const schema = this.#schemaOf(id);
    if (schema[0] === 3) return schema;
    throw new TypeError(
      `${id} is no structure, so it cannot be the input or output of an operation.`,
    );
  }

  /** Shapes may hold themselves, so whatever has members is referred to by a function. */
  #referTo(id: ShapeId): $SchemaRef {
    if (id === unitId) return "unit";
    const shape = this.#model.expectShape(id);
    const value = sentinel(shape, shape.traits);
    if (value === undefined) return () => this.#schemaOf(id);
    const traits = schemaTraits(shape.traits);
    return traits === 0 ? value : [0, namespaceOf(id), this.#nameOf(id), traits, value];
  }

  #memberOf(member: MemberShape): $SchemaRef {
    const target = this.#model.expectShape(member.target);
    const derived = memberTraits(this.#model, member);
    const traits = (own: Traits) => joined(schemaTraits(own), derived);
    // A format on the member changes the number itself.
    if (target.type === "timestamp" && member.traits.has("smithy.api#timestampFormat")) {
      const both = new Map([...target.traits, ...member.traits]);
      return withTraits(sentinel(target, both) ?? 4, traits(both));
    }
    return withTraits(this.#referTo(member.target), traits(member.traits));
  }

  #schemaOf(id: ShapeId): StaticSchema {
    const known = this.#built.get(id);
    if (known !== undefined) return known;
    const schema = this.#build(this.#model.expectShape(id));
    this.#built.set(id, schema);
    return schema;
  }

  #build(shape: Shape): StaticSchema {
    const namespace = namespaceOf(shape.id);
    const name = this.#nameOf(shape.id);
    const traits = schemaTraits(shape.traits);
    switch (shape.type) {
      case "list":
        return [1, namespace, name, traits, this.#memberOf(shape.member)];
      case "map":
        return [2, namespace, name, traits, this.#memberOf(shape.key), this.#memberOf(shape.value)];
      case "union": {
        const members = [...shape.members.values()];
        return [
          4,
          namespace,
          name,
          traits,
          members.map(toName),
          members.map((m) => this.#memberOf(m)),
        ];
      }
      case "structure": {
        const members = requiredFirst([...shape.members.values()]);
        const names = members.map(toName);
        const references = members.map((member) => this.#memberOf(member));
        return shape.traits.has("smithy.api#error")
          ? [-3, namespace, name, traits, names, references]
          : [3, namespace, name, traits, names, references, members.filter(isRequired).length];
      }
      default:
        throw new TypeError(`${shape.id} is a ${shape.type}, which messages do not hold.`);
    }
  }
}

const joined = (
  own: ReturnType<typeof schemaTraits>,
  more: SchemaTraitsObject,
): ReturnType<typeof schemaTraits> => {
  if (Object.keys(more).length === 0) return own;
  return own === 0 ? more : { ...own, ...more };
};

const withTraits = (reference: $SchemaRef, traits: ReturnType<typeof schemaTraits>): $SchemaRef => {
  if (traits === 0) return reference;
  return [reference, traits];
};

const toName = ({ name }: MemberShape): string => name;

const isRequired = ({ traits }: MemberShape): boolean => traits.has("smithy.api#required");

const requiredFirst = (members: readonly MemberShape[]): readonly MemberShape[] => [
  ...members.filter(isRequired),
  ...members.filter((member) => !isRequired(member)),
];

/** The number that stands for a simple type; `undefined` for what has members. */
const sentinel = (shape: Shape, traits: Traits): number | undefined => {
  switch (shape.type) {
    case "timestamp": {
      const format = stringOf(traits.get("smithy.api#timestampFormat"));
      return timestampFormats[format ?? ""] ?? 4;
    }
    case "blob":
      return traits.has("smithy.api#streaming") ? 42 : 21;
    default:
      return sentinels[shape.type];
  }
};

const timestampFormats: Readonly<Record<string, number>> = {
  "date-time": 5,
  "http-date": 6,
  "epoch-seconds": 7,
};

const sentinels: Readonly<Partial<Record<Shape["type"], number>>> = {
  string: 0,
  enum: 0,
  byte: 1,
  short: 1,
  integer: 1,
  long: 1,
  float: 1,
  double: 1,
  intEnum: 1,
  boolean: 2,
  document: 15,
  bigInteger: 17,
  bigDecimal: 19,
};
