import { pretty, wholeValue } from "../compared-value.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";

/** Notes new metadata keys. */
export const addedMetadata: Evaluator = {
  name: "AddedMetadata",
  *evaluate({ oldModel, newModel }) {
    for (const [key, value] of Object.entries(newModel.metadata)) {
      if (Object.hasOwn(oldModel.metadata, key)) continue;
      const text = `Metadata key \`${key}\` was added with the following value: ${pretty(wholeValue(value))}`;
      yield event("NOTE", "AddedMetadata", text, {});
    }
  },
};

/** Warns about metadata keys whose value changed. */
export const changedMetadata: Evaluator = {
  name: "ChangedMetadata",
  *evaluate({ changedMetadata: changes }) {
    for (const { key, before, after } of changes) {
      const text = `Metadata key \`${key}\` was changed from ${pretty(wholeValue(before))} to ${pretty(wholeValue(after))}`;
      yield event("WARNING", "ChangedMetadata", text, {});
    }
  },
};

/** Reports metadata keys that are gone. */
export const removedMetadata: Evaluator = {
  name: "RemovedMetadata",
  *evaluate({ removedMetadata: removed }) {
    for (const [key, value] of removed) {
      const text = `Metadata key \`${key}\` was removed with the following value: ${pretty(wholeValue(value))}`;
      yield event("DANGER", `RemovedMetadata.${key}`, text, {});
    }
  },
};
