import { refinements } from "./refinements.js";
import { schemaTraits, simpleRestJsonTrait } from "./traits.js";

/**
 * The plugin of a build: every target supports `alloy#simpleRestJson`, and the traits of alloy are
 * defined without an import.
 *
 * @public
 */
export const alloy = {
  trait: simpleRestJsonTrait,
  client: { module: "@tinsmith/alloy", name: "simpleRestJson" },
  server: { module: "@tinsmith/alloy/server", name: "simpleRestJson" },
  schemaTraits,
  refinements,
  models: ["../model"],
  title: "Alloy simpleRestJson",
  summary:
    "HTTP bindings whose bodies are always JSON documents, as Smithy4s has them. The header `X-Error-Type` names the error of a response.",
} as const;

export default alloy;
