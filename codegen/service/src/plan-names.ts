import { shapeName, upperFirst } from "@tinsmith/smithy";
import type { ServiceShape, Shape, ShapeId } from "@tinsmith/smithy";
import { serviceTrait, trait } from "@tinsmith/smithy/traits";
import { joinWords, kebabCase, kebabWords, lowerFirst } from "./casing.js";
import type { ServiceClosure } from "./closure.js";
import { ActionNames } from "./action-names.js";
import { NameScope, safeTypeName } from "./names.js";
import type { OperationNames } from "./operation-plan.js";
import type { ServiceNames } from "./service-plan.js";
import { hasEnumTrait } from "./enum-trait.js";

/** All names in generated packages, assigned before any code is generated. */
export interface PlannedNames {
  readonly service: ServiceNames;
  /** The name in the service: the shape's own, or the one that `rename` assigns. */
  nameOf(id: ShapeId): string;
  typeName(id: ShapeId): string;
  schemaName(id: ShapeId): string;
  operation(id: ShapeId): OperationNames;
}

/**
 * Assigns the names. Shapes keep their names except for the first letter. Names that the generator
 * adds (clients, commands, error unions) are changed if they conflict with names of shapes.
 */
export function planNames(service: ServiceShape, closure: ServiceClosure): PlannedNames {
  const nameOf = (id: ShapeId) => service.rename.get(id) ?? shapeName(id);
  const types = new NameScope();
  const schemas = new NameScope();

  const typeNames = new Map<ShapeId, string>();
  for (const shape of closure.shapes) {
    if (hasTypeName(shape)) typeNames.set(shape.id, types.take(safeTypeName(nameOf(shape.id))));
  }
  const schemaNames = new Map<ShapeId, string>();
  for (const shape of closure.shapes) {
    const name = typeNames.get(shape.id) ?? nameOf(shape.id);
    schemaNames.set(shape.id, schemas.take(`${name}$`));
  }

  const sdkId = trait(service, serviceTrait)?.sdkId;
  const base = baseName(service, sdkId);
  const serviceNames: ServiceNames = {
    base,
    file: sdkId === undefined ? kebabCase(base) : kebabWords(sdkId),
    aggregatedClient: types.take(base, `${base}Service`, `${base}Aggregated`),
    client: types.take(`${base}Client`, `${base}ServiceClient`),
    clientConfig: types.take(`${base}ClientConfig`, `${base}ServiceClientConfig`),
    clientResolvedConfig: types.take(
      `${base}ClientResolvedConfig`,
      `${base}ServiceClientResolvedConfig`,
    ),
    paginationConfig: types.take(`${base}PaginationConfiguration`),
    exception: types.take(`${base}ServiceException`, `${base}BaseException`),
  };

  const files = new NameScope({ caseInsensitive: true, reserved: ["index"] });
  const methods = new NameScope({ reserved: reservedMethods });
  const operations = new Map<ShapeId, OperationNames>();
  const actions = new ActionNames(methods, types);
  const methodNames = new Map(
    closure.operations.map(({ id }) => {
      const method = lowerFirst(nameOf(id));
      return [id, methods.take(method, `${method}_`)];
    }),
  );
  for (const { id, traits } of closure.operations) {
    const name = upperFirst(nameOf(id));
    operations.set(id, {
      file: files.take(kebabCase(name)),
      method: expect(methodNames, id),
      command: types.take(`${name}Command`, `${name}OperationCommand`),
      commandInput: types.take(`${name}CommandInput`, `${name}OperationCommandInput`),
      commandOutput: types.take(`${name}CommandOutput`, `${name}OperationCommandOutput`),
      payloadInput: types.take(`${name}CommandInputType`, `${name}OperationCommandInputType`),
      payloadOutput: types.take(`${name}CommandOutputType`, `${name}OperationCommandOutputType`),
      error: types.take(`${name}Error`, `${name}Errors`, `${name}OperationError`),
      schema: schemas.take(`${name}$`, `${name}Operation$`),
      paginator: actions.paginator(name, traits),
      waiters: actions.waiters(traits),
      batch: actions.batch(name, traits),
    });
  }

  return {
    service: serviceNames,
    nameOf,
    typeName: (id) => expect(typeNames, id),
    schemaName: (id) => expect(schemaNames, id),
    operation: (id) => expect(operations, id),
  };
}

/**
 * Reports whether a shape needs a type name. Lists, maps and plain simple shapes are inlined
 * without one.
 */
function hasTypeName(shape: Shape): boolean {
  return (
    shape.type === "structure" ||
    shape.type === "union" ||
    shape.type === "enum" ||
    shape.type === "intEnum" ||
    hasEnumTrait(shape)
  );
}

function baseName(service: ServiceShape, sdkId: string | undefined): string {
  const name = joinWords(sdkId ?? "") || shapeName(service.id);
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

/**
 * The methods of a client besides its operations, and `then`, which would make the client a
 * thenable.
 */
const reservedMethods = [
  "config",
  "constructor",
  "destroy",
  "initConfig",
  "middlewareStack",
  "send",
  "then",
  "__proto__",
];

function expect<Value>(map: ReadonlyMap<ShapeId, Value>, id: ShapeId): Value {
  const value = map.get(id);
  if (value === undefined) throw new RangeError(`No name was planned for ${id}`);
  return value;
}
