import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import type { MemberShape, Model } from "../../model/model.js";
import {
  clientOptionalTrait,
  defaultTrait,
  hasTrait,
  inputTrait,
  requiredTrait,
} from "../../traits/index.js";
import { isMemberOptional } from "../../traits/nullability.js";
import type { Span } from "../../source/source-file.js";
import { traitValue } from "../compared-value.js";
import type { ComparedValue } from "../compared-value.js";
import { changedOfType, changedShape } from "../differences.js";
import type { ChangedShape, Differences } from "../differences.js";
import { event } from "../evaluator.js";
import type { Evaluator } from "../evaluator.js";
import { isAdded, isRemoved } from "../trait-differences.js";
import { compact } from "../print-value.js";

type ChangedMember = ChangedShape<MemberShape>;

/** One cause of a changed nullability. */
interface Cause {
  readonly severity: Severity;
  readonly suffix: string;
  readonly text: string;
  /** Defaults to the place of the old member. */
  readonly span?: Span | undefined;
}

/** Reports members whose nullability for clients changed. */
export const changedNullability: Evaluator = {
  name: "ChangedNullability",
  *evaluate(differences) {
    const { oldModel, newModel } = differences;
    const seen = new Set<string>();
    const changes = [...changedOfType(differences, "member"), ...membersOfInputs(differences)];
    for (const change of changes) {
      const wasNullable = isMemberOptional(oldModel, change.before);
      if (wasNullable === isMemberOptional(newModel, change.after)) continue;
      for (const found of report(differences, change, wasNullable)) {
        const key = `${found.code} ${found.shapeId} ${found.message}`;
        if (!seen.has(key)) yield found;
        seen.add(key);
      }
    }
  },
};

/** The members of structures that became or ceased to be the input of an operation. */
function membersOfInputs(differences: Differences): readonly ChangedMember[] {
  return changedOfType(differences, "structure")
    .filter((change) => isAdded(change, inputTrait) || isRemoved(change, inputTrait))
    .flatMap(({ before, after }) =>
      [...after.members.values()].flatMap((member) => {
        const old = before.members.get(member.name);
        return old === undefined ? [] : [changedShape(old, member)];
      }),
    );
}

function report(
  differences: Differences,
  change: ChangedMember,
  wasNullable: boolean,
): readonly Diagnostic[] {
  const { before } = change;
  const [from, to] = wasNullable ? ["nullable", "non-nullable"] : ["non-nullable", "nullable"];
  const message = `Member \`${before.name}\` changed from ${from} to ${to}`;
  const causes = [...causesIn(differences, change), ...nullDefaultCauses(change)];
  const place = { shapeId: before.id, span: before.span };
  if (causes.length === 0) return [event("ERROR", "ChangedNullability", message, place)];
  return causes.map(({ severity, suffix, text, span = before.span }) =>
    event(severity, `ChangedNullability.${suffix}`, `${message}: ${text}`, {
      shapeId: before.id,
      span,
    }),
  );
}

function causesIn({ oldModel, newModel }: Differences, change: ChangedMember): readonly Cause[] {
  const { container } = change.after;
  const hadInput = isInInput(oldModel, change.before);
  const hasInput = isInInput(newModel, change.after);
  const span = newModel.getShape(container)?.span;
  if (hadInput && !hasInput) {
    const text = `The \`@input\` trait was removed from ${container}`;
    return [{ severity: "ERROR", suffix: "RemovedInputTrait", text, span }];
  }
  if (!hadInput && hasInput) {
    const text = `The \`@input\` trait was added to ${container}`;
    return [{ severity: "DANGER", suffix: "AddedInputTrait", text, span }];
  }
  return hasInput ? [] : memberCauses(change, newModel);
}

const isInInput = (model: Model, { container }: MemberShape): boolean =>
  hasTrait(model.getShape(container), inputTrait);

function memberCauses(change: ChangedMember, newModel: Model): readonly Cause[] {
  const { before, after } = change;
  const targetType = newModel.getShape(after.target)?.type;
  const nested = targetType === "structure" || targetType === "union" ? targetType : undefined;
  const staysRequired = hasTrait(before, requiredTrait) && hasTrait(after, requiredTrait);
  const causes: Cause[] = [];
  if (isAdded(change, clientOptionalTrait) && staysRequired) {
    causes.push({
      severity: "ERROR",
      suffix: "AddedClientOptionalTrait",
      text: "The `@clientOptional` trait was added to a `@required` member.",
    });
  } else if (isRemoved(change, clientOptionalTrait) && staysRequired) {
    causes.push({
      severity: "ERROR",
      suffix: "RemovedClientOptionalTrait",
      text: "The `@clientOptional` trait was removed from a `@required` member.",
    });
  } else if (isAdded(change, requiredTrait) && !hasTrait(after, clientOptionalTrait)) {
    causes.push(addedRequired(nested));
  }
  if (isAdded(change, defaultTrait) && !isRemoved(change, requiredTrait)) {
    causes.push({
      severity: "ERROR",
      suffix: "AddedDefaultTrait",
      text: "The `@default` trait was added to a member that was not previously `@required`.",
    });
  }
  if (
    isRemoved(change, requiredTrait) &&
    !hasTrait(after, defaultTrait) &&
    !hasTrait(before, clientOptionalTrait)
  ) {
    causes.push(removedRequired(nested));
  }
  return causes;
}

const compatibleIn =
  "This is backward compatible in generators that always treat structures and unions as optional (e.g., AWS generators)";

/** @param nested - the type of the member's target if it is a structure or a union */
function addedRequired(nested: string | undefined): Cause {
  if (nested === undefined) {
    const text = "The `@required` trait was added to a member.";
    return { severity: "ERROR", suffix: "AddedRequiredTrait", text };
  }
  return {
    severity: "WARNING",
    suffix: "AddedRequiredTrait.StructureOrUnion",
    text: `The \`@required\` trait was added to a member that targets a ${nested}. ${compatibleIn}`,
  };
}

function removedRequired(nested: string | undefined): Cause {
  if (nested === undefined) {
    const text =
      "The @required trait was removed and not replaced with the @default trait and @addedDefault trait.";
    return { severity: "ERROR", suffix: "RemovedRequiredTrait", text };
  }
  return {
    severity: "WARNING",
    suffix: "RemovedRequiredTrait.StructureOrUnion",
    text: `The @required trait was removed from a member that targets a ${nested}. ${compatibleIn}`,
  };
}

/** A default of null means that the member has no value. */
function nullDefaultCauses({ before, after }: ChangedMember): readonly Cause[] {
  const was = traitValue(before, defaultTrait.id);
  const is = traitValue(after, defaultTrait.id);
  if (was === undefined || is === undefined) return [];
  if (was.value !== null && is.value === null) {
    const text = `The \`@default\` trait was changed from \`${shown(was)}\` to \`null\`.`;
    return [{ severity: "ERROR", suffix: "AddedNullDefault", text }];
  }
  if (was.value === null && is.value !== null) {
    const text = `The \`@default\` trait was changed from \`null\` to \`${shown(is)}\`.`;
    return [{ severity: "ERROR", suffix: "RemovedNullDefault", text }];
  }
  return [];
}

const shown = (value: ComparedValue): string =>
  typeof value.value === "string" ? value.value : compact(value);
