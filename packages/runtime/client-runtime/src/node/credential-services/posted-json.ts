import type { ClientProtocolFactory, OperationDescription } from "@tinsmith/protocols";
import { awsJson1_1 } from "@tinsmith/protocols/aws-json";

/** The members of input and output that are the bodies of request and response. */
export interface Payload {
  readonly input: string;
  readonly output: string;
  /** What the operation would be if its messages were nothing but the bodies. */
  readonly operation: OperationDescription;
}

/** REST with JSON. */
export const restJsonId = "aws.protocols#restJson1";

/**
 * REST with JSON as far as services of tokens have it: what is posted to a path and answered is a structure, as in
 * AWS JSON. All of the protocol, its bindings to paths, queries and headers, weighs as much as the services themselves.
 */
export const postedJson =
  (path: string, payload?: Payload): ClientProtocolFactory =>
  (service) => {
    const json = awsJson1_1(service);
    return {
      id: restJsonId,
      writeRequest: (operation, input) => {
        const { body } = payload
          ? json.writeRequest(payload.operation, Reflect.get(input, payload.input))
          : json.writeRequest(operation, input);
        const headers = { "content-type": "application/json" };
        return { method: "POST", path, query: {}, headers, body };
      },
      readResponse: async (operation, response) => {
        const result = await json.readResponse(payload?.operation ?? operation, response);
        return payload && result.output ? { output: { [payload.output]: result.output } } : result;
      },
    };
  };
