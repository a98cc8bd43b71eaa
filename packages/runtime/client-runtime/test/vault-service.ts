import type {
  MetadataBearer,
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type { ClientProtocolFactory } from "@tinsmith/protocols";
import {
  commandFactory,
  endpoint,
  maskSensitive,
  ServiceClient,
  ServiceException,
  sigv4,
} from "../src/entries/generated-v1/index.js";
import type {
  ResolvedServiceClientConfig,
  ServiceClientConfig,
  SigV4Config,
} from "../src/entries/generated-v1/index.js";

/** A service with sensitive members in every part of a message that can have them. */
const n = "com.example";
const Secret$ = [0, n, "Secret", 8, 0] as const;

export const PutSecretInput$: StaticStructureSchema = [
  3,
  n,
  "PutSecretInput",
  0,
  ["Name", "Account", "Pin", "Code", "Labels", "Value", "Note"],
  [
    [() => [...Secret$], { httpLabel: 1 }],
    [() => [...Secret$], { httpHeader: "X-Account" }],
    [() => [...Secret$], { httpQuery: "pin" }],
    [0, { httpQuery: "code" }],
    [() => [2, n, "Labels", 0, 0, () => [...Secret$]], { httpPrefixHeaders: "x-label-" }],
    () => [...Secret$],
    0,
  ],
  1,
];
const PutSecretOutput$: StaticStructureSchema = [
  3,
  n,
  "PutSecretOutput",
  0,
  ["Receipt", "Value", "Version"],
  [[() => [...Secret$], { httpHeader: "X-Receipt" }], () => [...Secret$], 1],
];
const LockedException$: StaticErrorSchema = [
  -3,
  n,
  "LockedException",
  { error: "client", httpError: 423 },
  ["message", "Owner"],
  [0, () => [...Secret$]],
];
const PutSecret$: StaticOperationSchema = [
  9,
  n,
  "PutSecret",
  { http: ["PUT", "/secrets/{Name}", 200] },
  PutSecretInput$,
  PutSecretOutput$,
];
const PlainOutput$: StaticStructureSchema = [3, n, "PingOutput", 0, ["Text"], [0]];
const PingInput$: StaticStructureSchema = [3, n, "PingInput", 0, ["Text"], [0]];
const Ping$: StaticOperationSchema = [
  9,
  n,
  "Ping",
  { http: ["POST", "/ping", 200] },
  PingInput$,
  PlainOutput$,
];

export interface PutSecretInput {
  Name: string;
  Account?: string;
  Pin?: string;
  Code?: string;
  Labels?: Record<string, string>;
  Value?: string;
  Note?: string;
}

export class LockedException extends ServiceException {}
class VaultServiceException extends ServiceException {}

const command = commandFactory<ResolvedServiceClientConfig, object, MetadataBearer>({
  clientName: "VaultClient",
  service: "Vault",
  endpointParameters: {},
  exception: VaultServiceException,
  maskSensitive,
});

export class PutSecretCommand extends command<
  PutSecretInput,
  MetadataBearer & { Value?: string; Version?: number; Receipt?: string }
>({ schema: PutSecret$, errors: [[LockedException$, LockedException]] }) {}

export class PingCommand extends command<{ Text?: string }, MetadataBearer & { Text?: string }>({
  schema: Ping$,
  errors: [],
}) {}

/** Creates the service's client class for a protocol. */
export const vaultClient = (protocol: ClientProtocolFactory) =>
  class VaultClient extends ServiceClient<object, MetadataBearer, ResolvedServiceClientConfig> {
    constructor(options: ServiceClientConfig & SigV4Config) {
      super(
        {
          schema: { namespace: n, name: "Vault", version: "2026-01-01" },
          serviceId: "Vault",
          protocol,
          resolveEndpoint: () => endpoint("https://vault.example.com/v1"),
          authSchemes: [sigv4("vault")],
        },
        options,
      );
    }
  };
