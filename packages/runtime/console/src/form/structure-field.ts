import { isPlainRecord } from "@tinsmith/values";
import { element } from "../dom/element.js";
import type { Field, FieldText } from "./field.js";
import { createGroup } from "./group-field.js";

/** A member with its field. */
export interface MemberField {
  readonly name: string;
  readonly required: boolean;
  readonly field: Field;
}

/** The number of optional members at which they are folded. */
const manyMembers = 6;

/** Creates the field of a structure. Many optional members are folded below the required ones. */
export function structureField(text: FieldText, members: readonly MemberField[]): Field {
  const group = createGroup(text);
  const required = members.filter((member) => member.required);
  const optional = members.filter((member) => !member.required);
  const isFolded = optional.length > manyMembers && required.length > 0;
  const details = element("details", { className: "more" });
  details.append(element("summary", {}, `Optional members (${optional.length})`));
  for (const { field } of required) group.body.append(field.element);
  for (const { field } of optional) (isFolded ? details : group.body).append(field.element);
  if (isFolded) group.body.append(details);
  if (members.length === 0) group.body.append(element("p", { className: "hint" }, "No members."));
  return {
    element: group.element,
    read: () =>
      Object.fromEntries(
        members.flatMap(({ name, field }) => {
          const value = field.read();
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    write: (value) => {
      const given = isPlainRecord(value) ? value : {};
      for (const { name, field } of members) field.write(given[name]);
      details.open = optional.some(({ name }) => given[name] !== undefined);
    },
    report: ([name, ...rest], message) => {
      const member = members.find((candidate) => candidate.name === name);
      if (member === undefined) {
        group.show(message);
        return;
      }
      if (!member.required) details.open = true;
      member.field.report(rest, message);
    },
    clear: () => {
      group.clear();
      for (const { field } of members) field.clear();
    },
  };
}

/** Creates the field of a union: a choice of the member, and the field of that member. */
export function unionField(
  text: FieldText,
  names: readonly string[],
  create: (name: string) => Field,
): Field {
  const group = createGroup(text);
  let chosen: { readonly name: string; readonly field: Field } | undefined;
  const select = element(
    "select",
    { ariaLabel: `Member of ${text.label}` },
    element("option", { value: "" }, "Choose a member"),
    ...names.map((name) => element("option", { value: name }, name)),
  );
  const holder = element("div");
  const choose = (name: string): void => {
    select.value = name;
    chosen = names.includes(name) ? { name, field: create(name) } : undefined;
    holder.replaceChildren(...(chosen ? [chosen.field.element] : []));
  };
  select.addEventListener("change", () => choose(select.value));
  group.body.append(select, holder);
  return {
    element: group.element,
    read: () => {
      const value = chosen?.field.read();
      return chosen && value !== undefined ? { [chosen.name]: value } : {};
    },
    write: (value) => {
      const [name = ""] = isPlainRecord(value) ? Object.keys(value) : [];
      choose(name);
      if (chosen && isPlainRecord(value)) chosen.field.write(value[name]);
    },
    report: ([name, ...rest], message) => {
      if (chosen !== undefined && chosen.name === name) chosen.field.report(rest, message);
      else group.show(message);
    },
    clear: () => {
      group.clear();
      chosen?.field.clear();
    },
  };
}
