import auth from "./models/prelude/auth.smithy";
import behavior from "./models/prelude/behavior.smithy";
import constraints from "./models/prelude/constraints.smithy";
import documentation from "./models/prelude/documentation.smithy";
import http from "./models/prelude/http.smithy";
import resources from "./models/prelude/resources.smithy";
import serialization from "./models/prelude/serialization.smithy";
import shapes from "./models/prelude/shapes.smithy";
import traits from "./models/prelude/traits.smithy";
import type { TraitSource } from "./trait-source.js";

/** The files of the namespace `smithy.api`, which every model includes. */
export const prelude: readonly TraitSource[] = [
  { path: "smithy.api/shapes.smithy", text: shapes },
  { path: "smithy.api/traits.smithy", text: traits },
  { path: "smithy.api/documentation.smithy", text: documentation },
  { path: "smithy.api/constraints.smithy", text: constraints },
  { path: "smithy.api/resources.smithy", text: resources },
  { path: "smithy.api/behavior.smithy", text: behavior },
  { path: "smithy.api/auth.smithy", text: auth },
  { path: "smithy.api/serialization.smithy", text: serialization },
  { path: "smithy.api/http.smithy", text: http },
];
