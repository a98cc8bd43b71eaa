import type { ClientProtocolFactory, OperationDescription } from "@tinsmith/protocols";
import { smallJson } from "./small-json.js";

/** The input and output members that are bound to the bodies. */
export interface Payload {
  readonly input: string;
  readonly output: string;
  /** The operation with the bodies as its input and output. */
  readonly operation: OperationDescription;
}

/** The id of the protocol restJson1. */
export const restJsonId = "aws.protocols#restJson1";

/**
 * The part of restJson1 that token services use: a request posts a JSON structure to a fixed path,
 * and the response is a JSON structure too, as in AWS JSON. The complete protocol would be as large
 * as the services themselves.
 */
export const postedJson =
  (path: string, payload?: Payload): ClientProtocolFactory =>
  (service) => {
    const json = smallJson(service);
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
