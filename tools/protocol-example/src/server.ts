import type { ServerProtocolFactory } from "@tinsmith/protocols";
import { strictJsonReaders } from "@tinsmith/protocols/json/server";
import { createRestServer, withMessage } from "@tinsmith/protocols/rest/server";
import { errorHeaderOf, jsonStyle, parcelFormat } from "./format.js";

const strictReaders = strictJsonReaders(jsonStyle);

/** The server side of the protocol. */
export const parcelJson: ServerProtocolFactory = (service, options = {}) => {
  const errorHeader = errorHeaderOf(service);
  return createRestServer(
    {
      ...parcelFormat,
      strictReaders,
      untypedBodies: false,
      errorHeaders: ({ code }) => ({ [errorHeader]: code }),
      errorWriter: (_service, schema, document) => {
        const write = parcelFormat.codec.writer(withMessage(document, schema));
        return (_error, data) => write(data);
      },
    },
    service,
    options,
  );
};
