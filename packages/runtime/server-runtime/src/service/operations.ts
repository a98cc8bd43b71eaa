import type {
  ClientProtocolFactory,
  HttpRequestMessage,
  OperationDescription,
  ServerProtocol,
  Router,
  ServiceSchema,
} from "@tinsmith/protocols";
import { inputOf, nameOf } from "@tinsmith/schema";
import type { Handler } from "./handler.js";
import type { AuthDescription } from "./auth-description.js";
import type { CorsDescription } from "./cors-description.js";
import type { SigningScope } from "./signing-scope.js";
import { compileValidator } from "../validation/compile-validator.js";
import type { Validator } from "../validation/compile-validator.js";
import type { Constraints } from "@tinsmith/validation";
import { unknownName } from "../checks/unknown-name.js";

/** An operation as generated code describes it. */
export interface ServedOperation extends OperationDescription {
  /** True if the input may be compressed with gzip (`smithy.api#requestCompression`). */
  readonly compression?: boolean | undefined;
}

/** A service as generated code describes it. */
export interface ServiceDescription {
  readonly service: ServiceSchema;
  /** The human-readable name of the service, from `@title`. Default: its name. */
  readonly title?: string;
  /**
   * The protocols of the service. The first one responds to requests that do not match any
   * protocol.
   */
  readonly protocols: readonly ServerProtocol[];
  /**
   * The client side of third-party protocols, by the ids of their traits. A recorder reads the
   * responses of the real service with them. They are loaded on first use.
   */
  readonly clientProtocols?: Readonly<Record<string, () => Promise<ClientProtocolFactory>>>;
  readonly operations: readonly ServedOperation[];
  /** The constraints of inputs. Without constraints, only the protocol validates inputs. */
  readonly constraints?: Constraints;
  /**
   * The ends of host names that can follow the first label of a path. `{label}` matches any label,
   * and `{partition}` matches a domain of AWS.
   */
  readonly virtualHosts?: readonly string[];
  /** The scope of signatures, if requests are signed with AWS Signature Version 4. */
  readonly signing?: SigningScope;
  /** The credentials that operations require, if the service has authentication. */
  readonly authentication?: AuthDescription;
  /** The access of web pages of other origins, from `@cors`. */
  readonly corsPolicy?: CorsDescription;
}

/** An operation and its run-time parts. */
export class Operation implements ServedOperation {
  readonly name: string;
  readonly schema: OperationDescription["schema"];
  readonly errors: OperationDescription["errors"];
  readonly defaults: OperationDescription["defaults"];
  readonly compression: boolean;
  /** The user's handler for all tenants. */
  handler: Handler | undefined = undefined;
  readonly #constraints: Constraints;
  #validate: Validator | undefined;

  constructor(
    { schema, errors, defaults, compression = false }: ServedOperation,
    constraints: Constraints,
  ) {
    this.name = nameOf(schema);
    this.schema = schema;
    this.errors = errors;
    this.defaults = defaults;
    this.compression = compression;
    this.#constraints = constraints;
  }

  /** Compiled on first use. */
  get validate(): Validator {
    this.#validate ??= compileValidator(inputOf(this.schema), this.#constraints);
    return this.#validate;
  }
}

/** The operation and the protocol of a request. */
export interface Route {
  readonly operation: Operation;
  readonly protocol: ServerProtocol;
}

/** The operations of a service, by name and by request. */
export class Operations {
  /** The protocol of responses to requests that do not match any protocol. */
  readonly firstProtocol: ServerProtocol;
  /** True if any operation accepts compressed input. */
  readonly compression: boolean;
  readonly #byName: ReadonlyMap<string, Operation>;
  readonly #routes: readonly {
    readonly protocol: ServerProtocol;
    readonly find: Router<Operation>;
  }[];

  /** @throws TypeError if the list of protocols is empty */
  constructor({ protocols, operations, constraints = {} }: ServiceDescription) {
    const all = operations.map((operation) => new Operation(operation, constraints));
    const [first] = protocols;
    if (!first) throw new TypeError("A server requires at least one protocol.");
    this.firstProtocol = first;
    this.compression = all.some(({ compression }) => compression);
    this.#byName = new Map(all.map((operation) => [operation.name, operation]));
    this.#routes = protocols.map((protocol) => ({ protocol, find: protocol.router(all) }));
  }

  find(request: HttpRequestMessage): Route | undefined {
    for (const { protocol, find } of this.#routes) {
      const operation = find(request);
      if (operation) return { operation, protocol };
    }
    return undefined;
  }

  /** @throws TypeError if the name is unknown; the message lists the known names */
  require(name: string): Operation {
    const operation = this.#byName.get(name);
    if (operation) return operation;
    throw unknownName("operation", name, this.names);
  }

  get names(): readonly string[] {
    return [...this.#byName.keys()];
  }
}
