import type { $SchemaRef } from "@smithy/types";
import { isIdempotencyToken, viewOf } from "@tinsmith/validation";
import type { Constraints, MemberConstraints, MemberView } from "@tinsmith/validation";
import type { Field, FieldText } from "./field.js";
import { optionalField } from "./group-field.js";
import { hintOf } from "./hint.js";
import { listField, mapField } from "./list-field.js";
import { simpleField } from "./simple-field.js";
import { structureField, unionField } from "./structure-field.js";

/** Creates the field of a value from its schema and the constraints of the model. */
export function fieldOf(
  ref: $SchemaRef,
  own: MemberConstraints,
  constraints: Constraints,
  label: string,
): Field {
  const view = viewOf(ref);
  const of = (
    container: string | undefined,
    name: string,
    member: $SchemaRef,
    title = name,
  ): Field => fieldOf(member, constraints[container ?? ""]?.[name] ?? {}, constraints, title);
  const text = (unit: string): FieldText => ({
    label,
    required: own.required === true,
    hint: hintOf(own, unit),
  });
  switch (view.kind) {
    case "structure":
      return structureField(
        text(""),
        view.members.map((member) => {
          const limits = constraints[view.name]?.[member.name] ?? {};
          const required = limits.required === true && !isIdempotencyToken(member);
          const create = (): Field =>
            fieldOf(member.ref, { ...limits, required }, constraints, member.name);
          const field =
            !required && isContainer(member)
              ? optionalField({ label: member.name, required, hint: "" }, create)
              : create();
          return { name: member.name, required, field };
        }),
      );
    case "union": {
      const names = view.members.map(({ name }) => name);
      const create = (name: string): Field => {
        const member = view.members.find((candidate) => candidate.name === name);
        return of(view.name, name, member?.ref ?? "unit");
      };
      return view.streaming
        ? listField(text("events"), (title) =>
            unionField({ label: title, required: true, hint: "" }, names, create),
          )
        : unionField(text(""), names, create);
    }
    case "list":
      return listField(text("entries"), (title) => of(view.name, "member", view.member, title));
    case "map":
      return mapField(text("entries"), (title) => of(view.name, "value", view.value, title));
    default:
      return simpleField(view, own, text(view.kind === "blob" ? "bytes" : "characters"));
  }
}

function isContainer({ ref }: MemberView): boolean {
  return ["structure", "union", "list", "map"].includes(viewOf(ref).kind);
}
