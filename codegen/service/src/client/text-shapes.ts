import { shapeName } from "@tinsmith/smithy";
import type { ServicePlan } from "../service-plan.js";
import type { MemberPlan } from "../shape-plan.js";

/** The string and blob members of a structure or union, with the names of their shapes. */
export interface TextShapes {
  readonly structure: string;
  readonly members: readonly { readonly name: string; readonly shape: string }[];
}

/**
 * Returns the names of the string and blob shapes in outputs and errors. Schemas do not contain
 * these names.
 */
export function textShapes({ shapes }: Pick<ServicePlan, "shapes">): readonly TextShapes[] {
  return shapes.flatMap((shape): TextShapes[] => {
    if (shape.kind !== "structure" && shape.kind !== "union") return [];
    const texts = shape.roles.output ? shape.members.filter(isTextual) : [];
    if (texts.length === 0) return [];
    const members = texts.map(({ name, target }) => ({ name, shape: shapeName(target) }));
    return [{ structure: shape.name, members }];
  });
}

function isTextual({ type }: MemberPlan): boolean {
  const kinds = ["string", "blob", "payloadBlob", "streamingBlob"];
  return kinds.includes(type.kind) || (type.kind === "named" && type.of === "enum");
}
