import type {
  ClientProtocolFactory,
  HttpRequestMessage,
  OperationDescription,
  ServiceSchema,
} from "@tinsmith/protocols";
import { eventStreams } from "@tinsmith/protocols/event-streams";
import { readBody } from "../cases/read-body.js";
import { nameOf } from "@tinsmith/schema";

/** A call of an operation, in the protocol under test. */
export interface OperationCall {
  /** The export `service` of a generated server. */
  readonly service: {
    readonly service: ServiceSchema;
    readonly operations: readonly OperationDescription[];
  };
  /** The client side of the protocol under test. */
  readonly protocol: ClientProtocolFactory;
  /** The operation's name. */
  readonly operation: string;
  readonly input: object;
}

/**
 * Returns the request of a call as a client writes it.
 *
 * @throws RangeError if the service does not have the operation
 */
export async function requestOf(
  call: OperationCall,
): Promise<HttpRequestMessage & { readonly body: Uint8Array }> {
  const { service, operations } = call.service;
  const operation = operations.find(({ schema }) => nameOf(schema) === call.operation);
  if (!operation) throw new RangeError(`Unknown operation ${call.operation} of the service.`);
  const request = call.protocol(service, { eventStreams }).writeRequest(operation, call.input);
  return { ...request, body: await readBody(request.body) };
}
