import { metadataOf } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { pretty } from "../print-value.js";

/** Notes new metadata keys. */
export const addedMetadata: Evaluator = {
  name: "AddedMetadata",
  *evaluate({ oldModel, newModel }) {
    for (const [key, value] of metadataOf(newModel.metadata)) {
      if (Object.hasOwn(oldModel.metadata, key)) continue;
      const text = `Metadata key \`${key}\` was added with the following value: ${pretty(value)}`;
      yield event("NOTE", "AddedMetadata", text, {});
    }
  },
};

/** Warns about metadata keys whose value changed. */
export const changedMetadata: Evaluator = {
  name: "ChangedMetadata",
  *evaluate({ changedMetadata: changes }) {
    for (const { key, before, after } of changes) {
      const text = `Metadata key \`${key}\` was changed from ${pretty(before)} to ${pretty(after)}`;
      yield event("WARNING", "ChangedMetadata", text, {});
    }
  },
};

/** Reports removed metadata keys. */
export const removedMetadata: Evaluator = {
  name: "RemovedMetadata",
  *evaluate({ removedMetadata: removed }) {
    for (const [key, value] of removed) {
      const text = `Metadata key \`${key}\` was removed with the following value: ${pretty(value)}`;
      yield event("DANGER", `RemovedMetadata.${key}`, text, {});
    }
  },
};
