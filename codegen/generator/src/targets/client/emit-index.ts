import type { ServicePlan } from "@tinsmith/service";
import { code, join, raw } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { hasEndpointRules } from "./client-options.js";
import type { ClientPackages } from "./client-packages.js";
import { errorTypeRegistriesModule, errorTypeRegistryNames } from "./emit-error-type-registries.js";
import { inputShapes, inputsModule } from "./emit-inputs.js";
import { batches, batchModule } from "./batch/emit-batch.js";
import {
  clientModule,
  commandModule,
  commandTypesModule,
  paginationConfigModule,
  paginatorModule,
  serviceInputs,
  serviceOutputs,
} from "./local-symbols.js";
import { paginators } from "./paginators/emit-paginator.js";
import { waiterModule, waiters } from "./waiters/emit-waiter.js";
import { runtimeModule, runtimePart } from "./runtime-symbols.js";

/**
 * Emits the entry of the package, which exports each name explicitly: the client, its commands and
 * all types of the service.
 */
export function emitIndex(plan: ServicePlan, packages: ClientPackages): Code {
  const { names } = plan;
  const ofInputs = inputShapes(plan).map(({ typeName }) => typeName);
  const typeNames = (kinds: readonly string[]) =>
    plan.shapes
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap((shape) =>
        shape.kind === "structure" && shape.error !== undefined ? [] : shape.typeName,
      );
  return code`
    ${values(free(plan, ["Client as __Client", "Command as $Command"]), runtimeModule)}
    ${types(
      free(plan, [
        "HttpHandler",
        "RequestHandlerInput",
        ...(plan.isAws
          ? ["RuntimeExtension", `ExtensionConfiguration as ${names.base}ExtensionConfiguration`]
          : []),
      ]),
      runtimeModule,
    )}
    ${types(free(plan, ["MetadataBearer as __MetadataBearer"]), "@smithy/types")}
    ${values([names.client], clientModule(plan))}
    ${types(
      free(plan, [
        names.clientConfig,
        names.clientResolvedConfig,
        ...(plan.isAws
          ? [
              // Aliases for code that was written for the AWS SDK.
              `${names.clientConfig} as ${names.clientConfig}Type`,
              `${names.clientConfig} as ClientDefaults`,
              `${names.clientResolvedConfig} as ${names.clientResolvedConfig}Type`,
            ]
          : []),
      ]),
      clientModule(plan),
    )}
    ${types(free(plan, [serviceInputs.name, serviceOutputs.name]), commandTypesModule)}
    ${values([names.aggregatedClient], `./${names.file}.js`)}
    ${types(free(plan, [`${names.base}RequestOptions`]), `./${names.file}.js`)}
    ${plan.operations.map((operation) => [
      values([operation.names.command], commandModule(operation)),
      types([operation.names.commandInput, operation.names.commandOutput], commandTypesModule),
    ])}
    ${paginators(plan).map((parts) => values([parts.function], paginatorModule(parts)))}
    ${paginators(plan).length > 0 && types([names.paginationConfig], paginationConfigModule)}
    ${waiters(plan).map((parts) => values([parts.waiter.names.waitFor, parts.waiter.names.waitUntil], waiterModule(parts)))}
    ${batches(plan).map((parts) => [
      values([parts.batch.names.function], batchModule(parts)),
      types([parts.batch.names.outcome, parts.batch.names.report], batchModule(parts)),
    ])}
    ${batches(plan).length > 0 && values(["BatchRefusedError"], runtimePart("batch"))}
    ${hasEndpointRules(plan) && types(free(plan, ["ClientInputEndpointParameters"]), "./endpoint-parameters.js")}
    ${values([names.exception, ...plan.errors.map(({ typeName }) => typeName)], "./errors.js")}
    ${values(errorTypeRegistryNames(plan), errorTypeRegistriesModule)}
    ${values(typeNames(["enum", "intEnum"]), packages.types)}
    ${types(
      [
        ...typeNames(["structure", "union"]).filter((name) => !ofInputs.includes(name)),
        ...plan.operations.map((operation) => operation.names.error),
      ],
      packages.types,
    )}
    ${types(ofInputs, inputsModule)}
    ${values(publicSchemas(plan), `${packages.types}/schemas`)}
  `;
}

/** Returns the schemas that the package of types exports. */
function publicSchemas(plan: ServicePlan): readonly string[] {
  return plan.schemas
    .filter(({ kind }) => ["structure", "error", "union", "operation"].includes(kind))
    .map(({ schemaName }) => schemaName)
    .sort();
}

/** Returns the names of the client that no shape of the service takes. */
function free(plan: ServicePlan, names: readonly string[]): readonly string[] {
  const taken = new Set(
    plan.shapes.flatMap((shape) => ("typeName" in shape ? [shape.typeName] : [])),
  );
  return names.filter((name) => !taken.has(name.split(" as ").at(-1) ?? name));
}

function values(names: readonly string[], module: string): Code | undefined {
  return names.length === 0 ? undefined : code`export { ${list(names)} } from ${from(module)};`;
}

function types(names: readonly string[], module: string): Code | undefined {
  return names.length === 0
    ? undefined
    : code`export type { ${list(names)} } from ${from(module)};`;
}

function list(names: readonly string[]): Code {
  return code`${join(names.map(raw), ", ")}`;
}

function from(module: string): Code {
  return code`${raw(JSON.stringify(module))}`;
}
