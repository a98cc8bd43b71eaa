import { createModel } from "../model/create-model.js";
import type { Model, NodeValue } from "../model/model.js";
import { defineTransform } from "./define-transform.js";

/** `excludeMetadata`: removes metadata by key. */
export const excludeMetadata = defineTransform({
  name: "excludeMetadata",
  prepare(args) {
    const keys = new Set(args.strings("keys"));
    return (model) => filterMetadata(model, (key) => !keys.has(key));
  },
});

/** `includeMetadata`: removes metadata with any other key. */
export const includeMetadata = defineTransform({
  name: "includeMetadata",
  prepare(args) {
    const keys = new Set(args.strings("keys"));
    return (model) => filterMetadata(model, (key) => keys.has(key));
  },
});

const filterMetadata = (model: Model, isKept: (key: string) => boolean): Model =>
  withMetadata(
    model,
    Object.fromEntries(Object.entries(model.metadata).filter(([key]) => isKept(key))),
  );

/** Creates a model with the same shapes and other metadata. */
export const withMetadata = (model: Model, metadata: Readonly<Record<string, NodeValue>>): Model =>
  createModel([...model.shapes.values()], metadata);
