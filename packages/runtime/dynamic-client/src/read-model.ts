import { isAtLeast, loadModel } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";

/** A JSON AST, as text or parsed, or a model that `@tinsmith/smithy` loaded. */
export type ModelInput = string | object | Model;

/**
 * Reads a model. Versions 1.0 and 2.0 of the AST are understood, mixins included. Traits that nothing defines are let
 * pass.
 *
 * @throws TypeError where the model has errors; it names them all
 */
export const readModel = (input: ModelInput): Model => {
  if (isModel(input)) return input;
  const text = typeof input === "string" ? input : JSON.stringify(input);
  const { model, diagnostics } = loadModel([{ path: "model.json", text }], {
    allowUnknownTraits: true,
  });
  const errors = diagnostics.filter(({ severity }) => isAtLeast(severity, "ERROR"));
  if (model !== undefined && errors.length === 0) return model;
  const messages = errors.map(({ code, message }) => `- ${message} (${code})`).join("\n");
  throw new TypeError(`The model cannot be used:\n${messages}`);
};

const isModel = (input: object | string): input is Model =>
  typeof input === "object" && "shapesOfType" in input;
