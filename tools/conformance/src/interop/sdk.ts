import { plainValue } from "./plain-value.js";

interface Client {
  send(command: object): Promise<unknown>;
  destroy(): void;
}

type ClientClass = new (config: object) => Client;
type CommandClass = new (input: unknown) => object;
type Paginate = (config: object, input: unknown) => AsyncIterable<unknown>;

/** A client of any service, with operations by name. */
export interface Sdk {
  /** Sends an input and returns the output as plain data. */
  call(operation: string, input: unknown): Promise<unknown>;
  /**
   * Sends an input that must fail and returns the failure. @throws TypeError if the call succeeds
   */
  failure(operation: string, input: unknown): Promise<Failure>;
  /** Returns all pages as plain data. */
  pages(operation: string, input: object): Promise<readonly unknown[]>;
  destroy(): void;
}

/** The parts of an error that programs use. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly fault: unknown;
  readonly status: unknown;
  /** True if the error is an instance of a class that the client exports for it. */
  readonly isModeled: boolean;
  /** The members of the error's shape. */
  readonly members: Readonly<Record<string, unknown>>;
}

/**
 * Opens a client.
 *
 * @param exports - the exports of the AWS client's package or of a generated client
 */
export function openSdk(exports: object, clientName: string, config: object): Sdk {
  const client = new (exported<ClientClass>(exports, clientName))({
    region: "eu-central-1",
    credentials: { accessKeyId: "AKIDINTEROP", secretAccessKey: "secret" },
    maxAttempts: 1,
    disableHostPrefix: true,
    ...config,
  });
  const call = async (operation: string, input: unknown): Promise<unknown> => {
    const Command = exported<CommandClass>(exports, `${operation}Command`);
    return plainValue(await client.send(new Command(input)));
  };
  return {
    call,
    async failure(operation, input) {
      const thrown = await call(operation, input).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (!(thrown instanceof Error)) throw new TypeError(`${operation} threw no error.`);
      return describeFailure(thrown, exports);
    },
    async pages(operation, input) {
      const pages: unknown[] = [];
      const paginate = exported<Paginate>(exports, `paginate${operation}`);
      // The AWS client writes the token of the next page into the input object.
      for await (const page of paginate({ client }, { ...input })) {
        pages.push(await plainValue(page));
      }
      return pages;
    },
    destroy: () => client.destroy(),
  };
}

function exported<Kind>(exports: object, name: string): Kind {
  const value: Kind | undefined = Reflect.get(exports, name);
  if (value === undefined) throw new TypeError(`The client does not export ${name}.`);
  return value;
}

/**
 * Properties of errors other than the members of their shapes: properties of every error, and parts
 * of the envelope.
 */
const ofEveryError = new Set([
  "name",
  "message",
  "Message",
  "stack",
  "cause",
  "Error",
  "Type",
  "Code",
  "RequestId",
  "__type",
  "xmlns",
]);

function describeFailure(error: Error, exports: object): Failure {
  const metadata: unknown = Reflect.get(error, "$metadata");
  const own: unknown = Reflect.get(exports, error.name);
  const members = Object.entries(error).filter(
    ([name, value]) => !name.startsWith("$") && !ofEveryError.has(name) && value !== undefined,
  );
  return {
    name: error.name,
    message: error.message,
    fault: Reflect.get(error, "$fault"),
    status: metadata instanceof Object ? Reflect.get(metadata, "httpStatusCode") : undefined,
    isModeled: typeof own === "function" && error instanceof own,
    members: Object.fromEntries(members),
  };
}
