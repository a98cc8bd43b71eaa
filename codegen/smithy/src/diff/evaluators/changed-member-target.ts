import { isAtLeast } from "../../diagnostics/compare.js";
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import type { Shape } from "../../model/model.js";
import { enumTrait, hasTrait } from "../../traits/index.js";
import { at } from "../../validate/rule.js";
import { changedOfType, changedShape } from "../differences.js";
import type { ChangedShape, Differences } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { typeOf } from "../shape-type.js";

interface Judgement {
  readonly severity: Severity;
  readonly text: string;
}

const compatible: Judgement = {
  severity: "WARNING",
  text: "This was determined backward compatible.",
};

/**
 * Reports members whose target changed. A target whose name does not matter may be replaced by a
 * compatible shape.
 */
export const changedMemberTarget: Evaluator = {
  name: "ChangedMemberTarget",
  *evaluate(differences, evaluate) {
    const { oldModel, newModel } = differences;
    for (const { before, after } of changedOfType(differences, "member")) {
      if (before.target === after.target) continue;
      const from = oldModel.getShape(before.target);
      const to = newModel.getShape(after.target);
      // A target that does not exist is an error of that model.
      if (from === undefined || to === undefined) continue;
      const { severity, text } = judge(from, to, (changed) =>
        evaluate({
          oldModel,
          newModel,
          added: [],
          removed: [],
          changed,
          removedMetadata: [],
          changedMetadata: [],
        } satisfies Differences),
      );
      const message = `The shape targeted by the member \`${before.id}\` changed from \`${from.id}\` (${typeOf(from)}) to \`${to.id}\` (${typeOf(to)}). ${text}`;
      yield event(severity, "ChangedMemberTarget", message, at(after));
    }
  },
};

function judge(
  from: Shape,
  to: Shape,
  evaluate: (changed: readonly ChangedShape[]) => readonly Diagnostic[],
): Judgement {
  if (typeOf(from) !== typeOf(to)) {
    return {
      severity: "ERROR",
      text: `The type of the targeted shape changed from ${typeOf(from)} to ${typeOf(to)}.`,
    };
  }
  if (named.has(from.type)) {
    return { severity: "ERROR", text: `The name of a ${from.type} is significant.` };
  }
  if (hasTrait(from, enumTrait)) {
    const text = `The \`${enumTrait.id}\` trait was found on the target, so the name of the targeted shape matters for codegen.`;
    return { severity: "ERROR", text };
  }
  const events = evaluate([changedShape(from, to), ...changedParts(from, to)]);
  return events.length === 0 ? compatible : summarize(events);
}

/** The types of shapes whose name matters: code that is generated for them contains it. */
const named: ReadonlySet<string> = new Set([
  "structure",
  "union",
  "enum",
  "intEnum",
  "operation",
  "resource",
  "service",
]);

/** Returns the members of a list or map. They have to be compatible too. */
function changedParts(from: Shape, to: Shape): readonly ChangedShape[] {
  if (from.type === "list" && to.type === "list") return [changedShape(from.member, to.member)];
  if (from.type === "map" && to.type === "map") {
    return [changedShape(from.key, to.key), changedShape(from.value, to.value)];
  }
  return [];
}

function summarize(events: readonly Diagnostic[]): Judgement {
  let severity: Severity = "WARNING";
  for (const one of events) if (isAtLeast(one.severity, severity)) severity = one.severity;
  const lines = events.map((one) => {
    const message = `  ${one.message.replaceAll("\n", "\n  ")}`.trim();
    return `- [${one.severity}] ${message}\n`;
  });
  const text =
    `This will result in the following effective differences:\n\n${lines.join("")}`.trim();
  return {
    severity,
    text: severity === "WARNING" ? `This was determined backward compatible. ${text}` : text,
  };
}
