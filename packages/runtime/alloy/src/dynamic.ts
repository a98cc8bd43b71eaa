import { refinements, schemaTraits, simpleRestJson, simpleRestJsonTrait } from "./index.js";
import { simpleRestJson as server } from "./server.js";

/**
 * The protocol for clients made at run time: `defineClient(model, { protocols })` of
 * `@tinsmith/dynamic-client`.
 *
 * @public
 */
export const protocols = {
  [simpleRestJsonTrait]: { client: simpleRestJson, server, schemaTraits, refinements },
};
