import type { Severity } from "../../diagnostics/diagnostic.js";
import { metadataSpan } from "../../model/metadata-origins.js";
import type { Model, Shape } from "../../model/model.js";
import { propertyOf } from "../../model/node-value.js";
import { metadataTrait, trait } from "../../traits/index.js";
import { error, messagesOf } from "../event.js";
import { groupBy } from "../group-by.js";
import { validateNode } from "../node/validate-node.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const messages = {
  reserved: error(
    "MetadataTrait",
    (args: { key: string }) =>
      `The metadata key \`${args.key}\` has been reserved by Smithy and may not be defined elsewhere.`,
  ),
  conflict: error(
    "MetadataTrait",
    (args: { key: string; others: readonly string[] }) =>
      `A type has already been defined for the metadata key \`${args.key}\`. Conflicts with: [${args.others.join(", ")}]`,
  ),
} as const;

const invalid = (key: string, suffix: string | undefined, severity: Severity) =>
  messagesOf(severity)(
    suffix === undefined ? `TypedMetadata.${key}` : `TypedMetadata.${key}.${suffix}`,
    (args: { path: string; message: string }) => `metadata.${key}${args.path}: ${args.message}`,
  );

const reserved = new Set(["suppressions", "validators", "severityOverrides"]);

/** Each metadata key has at most one type, and keys of the specification are reserved. */
export const metadataTraitRule: Rule = {
  name: "MetadataTrait",
  *check({ model }) {
    for (const [key, shapes] of typesOf(model)) {
      for (const shape of shapes) {
        if (reserved.has(key)) yield messages.reserved({ key }, atTrait(shape, metadataTrait));
        const others = shapes.filter((one) => one !== shape).map(({ id }) => id);
        if (others.length > 0)
          yield messages.conflict({ key, others }, atTrait(shape, metadataTrait));
      }
    }
  },
};

/** Metadata has the type of its key. */
export const typedMetadata: Rule = {
  name: "TypedMetadata",
  *check({ model }) {
    for (const [key, [shape, ...others]] of typesOf(model)) {
      const value = propertyOf(model.metadata, key);
      if (shape === undefined || others.length > 0 || value === undefined) continue;
      for (const event of validateNode(model, shape, value)) {
        const { severity, suffix, path, message, steps } = event;
        const span = metadataSpan(value, steps);
        yield invalid(key, suffix, severity)({ path, message }, { span });
      }
    }
  },
};

const typesOf = (model: Model): ReadonlyMap<string, readonly Shape[]> =>
  groupBy(
    [...model.shapes.values()].filter((shape) => keyOf(shape) !== undefined),
    (shape) => keyOf(shape) ?? "",
  );

const keyOf = (shape: Shape): string | undefined => trait(shape, metadataTrait)?.key;
