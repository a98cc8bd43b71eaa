import { isAtLeast, loadModel } from "@tinsmith/smithy";
import type { Model, ShapeId } from "@tinsmith/smithy";
import { isObject } from "@tinsmith/values";

/** A JSON AST, as text or parsed, or a model loaded by `@tinsmith/smithy`. */
export type ModelInput = string | object | Model;

/**
 * Reads a model. Supports versions 1.0 and 2.0 of the AST, including mixins. Traits without a
 * definition are allowed.
 *
 * @throws TypeError if the model has errors; the message lists them
 */
export function readModel(input: ModelInput): Model {
  const isText = typeof input === "string";
  if (!isText && !isObject(input)) {
    const given = typeof input === "function" ? "a function" : String(input);
    throw new TypeError(
      `The model must be a JSON AST, as text or parsed, or a loaded model. Received ${given}.`,
    );
  }
  if (isModel(input)) return input;
  const text = isText ? input : JSON.stringify(input);
  const { model, diagnostics } = loadModel([{ path: "model.json", text }], {
    allowUnknownTraits: true,
  });
  const errors = diagnostics.filter(({ severity }) => isAtLeast(severity, "ERROR"));
  if (model !== undefined && errors.length === 0) return model;
  const messages = errors.map(({ code, message }) => `- ${message} (${code})`).join("\n");
  throw new TypeError(`The model cannot be used:\n${messages}`);
}

/**
 * Returns the given id of a service, or the id of the only service in the model.
 *
 * @throws RangeError if no id is given and the model has no service or several
 */
export function chooseService(model: Model, id: ShapeId | undefined): ShapeId {
  if (id !== undefined) return id;
  const [first, ...others] = model.shapesOfType("service");
  if (first === undefined) throw new RangeError("The model has no service.");
  if (others.length === 0) return first.id;
  const names = [first, ...others].map((service) => service.id).join(", ");
  throw new RangeError(`The model has several services. Set \`service\` to one of: ${names}.`);
}

function isModel(input: object | string): input is Model {
  return typeof input === "object" && "shapesOfType" in input;
}
