import type { MetadataBearer, StaticOperationSchema } from "@smithy/types";
import type { ClientProtocolFactory } from "@tinsmith/protocols";
import {
  commandFactory,
  maskSensitive,
  ServiceClient,
  ServiceException,
} from "../../entries/generated-v1/index.js";
import type { AuthSchemeFactory } from "../../auth/auth-scheme.js";
import type { CommandClass } from "../../client/command.js";
import type { OperationDefinition } from "../../client/operation-definition.js";
import type {
  ResolvedServiceClientConfig,
  ServiceClientConfig,
} from "../../config/client-config.js";
import type { ServiceClient as ClientInstance } from "../../client/service-client.js";
import { regionalEndpoint, regionalParameters } from "./regional-endpoint.js";
import type { HostNames, RegionalParameters } from "./regional-endpoint.js";

/**
 * A service that the credential chain calls: the part of its model that the chain needs, as data.
 */
export interface CredentialServiceDescription {
  readonly namespace: string;
  /** The name of the service shape. */
  readonly name: string;
  readonly version: string;
  /** The AWS SDK id. */
  readonly serviceId: string;
  readonly protocol: ClientProtocolFactory;
  readonly hosts: HostNames;
  /** The authentication scheme of signed operations. */
  readonly authSchemes?: readonly AuthSchemeFactory[];
  /** The operations that are not signed. */
  readonly unsigned: readonly string[];
}

type Config = ResolvedServiceClientConfig<RegionalParameters>;
type Output<Data> = Data & MetadataBearer;

/** The client class of a service that the chain calls, and the factory of its commands. */
export interface CredentialService {
  readonly Client: new (
    config: ServiceClientConfig<RegionalParameters>,
  ) => ClientInstance<object, MetadataBearer, Config>;
  command<Input extends object, Data extends object>(
    schema: StaticOperationSchema,
    errors?: OperationDefinition["errors"],
  ): CommandClass<Input, Output<Data>, Config, object, MetadataBearer>;
}

/**
 * Creates the client of a service that the credential chain calls. The chain comes from the AWS
 * SDK, and the SDK's own clients would add its whole pipeline to the bundle.
 */
export function credentialService(description: CredentialServiceDescription): CredentialService {
  const { namespace, name, version, serviceId, protocol, unsigned } = description;
  const resolveEndpoint = regionalEndpoint(description.hosts);
  class Client extends ServiceClient<object, MetadataBearer, Config, RegionalParameters> {
    constructor(config: ServiceClientConfig<RegionalParameters>) {
      super(
        {
          schema: { namespace, name, version },
          serviceId,
          protocol,
          resolveEndpoint,
          authSchemes: description.authSchemes ?? [],
          operationAuth: Object.fromEntries(unsigned.map((operation) => [operation, []])),
        },
        config,
      );
    }
  }
  const createCommand = commandFactory<Config, object, MetadataBearer>({
    clientName: `${serviceId.replaceAll(" ", "")}Client`,
    service: name,
    endpointParameters: regionalParameters,
    exception: ServiceException,
    maskSensitive,
  });
  return {
    Client,
    command: <Input extends object, Data extends object>(
      schema: StaticOperationSchema,
      errors: OperationDefinition["errors"] = [],
    ) => createCommand<Input, Output<Data>>({ schema, errors }),
  };
}
