import type {
  ClientProtocolFactory,
  HttpRequestMessage,
  OperationDescription,
  ServiceSchema,
} from "@tinsmith/protocols";
import { messageDifferences } from "../compare/messages.js";
import type { ResponseCase } from "../message-cases.js";
import { failOn } from "../protocol-test-failure.js";
import { readBody } from "../read-body.js";
import type { ServerUnderTest } from "./server-under-test.js";

/** A call of an operation, in the protocol under test. */
export interface OperationCall {
  /** What a generated server exports as `service`. */
  readonly service: {
    readonly service: ServiceSchema;
    readonly operations: readonly OperationDescription[];
  };
  /** The client's half of the protocol under test. */
  readonly protocol: ClientProtocolFactory;
  /** The operation's name. */
  readonly operation: string;
  readonly input: object;
}

/**
 * Calls an operation of a server, and holds its answer against a case.
 *
 * @param server - with a handler that gives the output, or throws the error, of the case
 * @throws ProtocolTestFailure with all differences
 */
export const serverWrites = async (
  server: ServerUnderTest,
  call: OperationCall,
  expected: ResponseCase,
): Promise<void> => {
  const { statusCode, headers, body } = await server.handle(await toRequest(call));
  failOn([
    ...(statusCode === expected.code
      ? []
      : [`status: expected ${expected.code}, got ${statusCode}`]),
    ...(await messageDifferences({ headers, body }, expected, {
      ignoreHeaders: ["content-length"],
      ignoreRequestIds: true,
    })),
  ]);
};

/** @throws RangeError where the service lacks the operation */
const toRequest = async (call: OperationCall): Promise<HttpRequestMessage> => {
  const { service, operations } = call.service;
  const operation = operations.find(({ schema }) => schema[2] === call.operation);
  if (!operation) throw new RangeError(`The service has no operation ${call.operation}.`);
  const request = call.protocol(service).writeRequest(operation, call.input);
  return { ...request, body: await readBody(request.body) };
};
