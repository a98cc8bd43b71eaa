import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, NodeValue } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { shapeNamespace } from "../model/shape-id.js";
import { suppressTrait } from "../traits/index.js";
import { coversEvent } from "../validate/suppressions.js";
import { defineTransform } from "./define-transform.js";
import { editModel, mapTraits } from "./edit-model.js";
import type { TransformArguments } from "./transform-arguments.js";

/**
 * `filterSuppressions`: removes suppressions in metadata and in `suppress` traits, or their
 * reasons.
 */
export const filterSuppressions = defineTransform({
  name: "filterSuppressions",
  prepare(args) {
    const removeUnused = args.boolean("removeUnused");
    const removeReasons = args.boolean("removeReasons");
    const isIdAllowed = readLists(args, "eventIdAllowList", "eventIdDenyList");
    const isNamespaceAllowed = readLists(args, "namespaceAllowList", "namespaceDenyList");
    return (model, context) => {
      const gone = removeUnused ? removedValidators(context.original, model) : new Set<string>();
      const events = removeUnused
        ? context
            .originalEvents()
            .filter(({ severity, code }) => severity === "SUPPRESSED" && !gone.has(code))
        : [];
      const isUsed = (id: string, suppresses: (event: Diagnostic) => boolean): boolean =>
        !removeUnused || events.some((event) => coversEvent(id, event.code) && suppresses(event));
      const keepsEntry = (entry: Suppression): boolean => {
        const id = textOf(entry["id"]);
        const namespace = textOf(entry["namespace"]);
        const concerns = ({ shapeId }: Diagnostic) =>
          namespace === "*" || namespace === shapeNamespace(shapeId ?? "");
        return isIdAllowed(id) && isNamespaceAllowed(namespace) && isUsed(id, concerns);
      };
      return editModel(
        model,
        (draft) =>
          mapTraits(draft, (trait, known, shape) => {
            if (trait !== suppressTrait.id || !isNodeArray(known.value)) return known;
            const kept = known.value.filter(
              (id) =>
                typeof id === "string" &&
                isIdAllowed(id) &&
                isUsed(id, ({ shapeId }) => shapeId === shape),
            );
            if (kept.length === known.value.length) return known;
            return kept.length === 0 ? undefined : { ...known, value: Object.freeze(kept) };
          }),
        { metadata: filterMetadata(model, keepsEntry, removeReasons) },
      );
    };
  },
});

type Suppression = { readonly [key: string]: NodeValue };

const textOf = (value: NodeValue | undefined): string => (typeof value === "string" ? value : "");

/** Builds a test from an allow list or a deny list; giving both is an error. */
function readLists(args: TransformArguments, allow: string, deny: string) {
  const allowed = new Set(args.optionalStrings(allow));
  const denied = new Set(args.optionalStrings(deny));
  if (allowed.size > 0 && denied.size > 0) args.report(`cannot be used with ${allow}`, deny);
  return (text: string): boolean => (allowed.size === 0 || allowed.has(text)) && !denied.has(text);
}

function filterMetadata(
  { metadata }: Model,
  isKept: (entry: Suppression) => boolean,
  removeReasons: boolean,
): Model["metadata"] {
  const { suppressions, ...others } = metadata;
  if (!isNodeArray(suppressions)) return metadata;
  const kept = suppressions
    .filter(isNodeObject)
    .filter(isKept)
    .map((entry) => {
      if (!removeReasons) return entry;
      const { reason: _, ...rest } = entry;
      return Object.freeze(rest);
    });
  return kept.length === 0 ? others : { ...metadata, suppressions: Object.freeze(kept) };
}

/**
 * Returns the ids of the validators that an earlier transform removed. Their events no longer
 * occur.
 */
function removedValidators(original: Model, model: Model): ReadonlySet<string> {
  const left = new Set(validatorsOf(model));
  return new Set(validatorsOf(original).filter((id) => !left.has(id)));
}

function validatorsOf({ metadata }: Model): readonly string[] {
  const validators = metadata["validators"];
  if (!isNodeArray(validators)) return [];
  return validators.filter(isNodeObject).map(({ id, name }) => textOf(id ?? name));
}
