// How the generated types are meant to be used; compiled, never run.
import { Color } from "./expected/index.js";
import type { Color as AnyColor, SendErrors, _Object } from "./expected/index.js";
import { constraints } from "./expected/constraints.js";

export const hostile: AnyColor = Color["__proto__"];
export const object: _Object = { constructor: { class: "x" }, toString: {}, ab: { name: "nested" } };
export const minimum: 1 = constraints.NestedThing.name.length.min;
export const errorName: SendErrors["name"] = "SendError";
