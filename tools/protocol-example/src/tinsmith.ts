import { defineProtocol } from "@tinsmith/codegen/protocol";
import { parcelJsonTrait, schemaTraits } from "./traits.js";

export default defineProtocol({
  trait: parcelJsonTrait,
  client: { module: "@tinsmith/protocol-example", name: "parcelJson" },
  server: { module: "@tinsmith/protocol-example/server", name: "parcelJson" },
  schemaTraits,
  models: [new URL("../model", import.meta.url)],
  title: "Parcel JSON",
  summary: "HTTP bindings and JSON documents; a header names errors.",
});
