import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { ShapeId } from "@tinsmith/smithy";
import type { MemberPlan, StructurePlan, UnionPlan, ValueType } from "@tinsmith/service";
import { anchorName } from "../site/file-names.js";
import {
  describeConstraints,
  describeElementConstraints,
  enumValues,
} from "../site/describe-constraints.js";
import { breakable } from "./breakable.js";
import { deprecationNotice } from "./notices.js";
import type { PageContext } from "./page-context.js";
import { ruleList, type Rule } from "./rule-list.js";
import { typeLabel } from "./type-label.js";

/** Which side of a call the members are on: it changes what "required" promises. */
export type Direction = "input" | "output";

/**
 * How many characters nested shapes may still add to a page, roughly. Shapes that hold each other
 * grow without end when opened in place; past this they are links to their own pages.
 */
export interface NestingBudget {
  characters: number;
}

interface MembersOptions {
  readonly direction: Direction;
  /** What the anchors begin with; empty on the page of the shape itself. */
  readonly prefix: string;
  readonly budget: NestingBudget;
  /** Shapes that the table is already inside of. */
  readonly within: readonly ShapeId[];
}

/** The members of a shape as a table; shapes they lead to open in place below each row. */
export function membersTable(
  members: readonly MemberPlan[],
  context: PageContext,
  options: MembersOptions,
): Element {
  options.budget.characters -= weightOf(members);
  return h("table", { className: ["members"] }, [
    h("thead", [
      h("tr", [h("th", { scope: "col" }, "Member"), h("th", { scope: "col" }, "Description")]),
    ]),
    h(
      "tbody",
      members.flatMap((member) => memberRows(member, context, options)),
    ),
  ]);
}

/** About what the rows of members come to as HTML: their frame and their text. */
function weightOf(members: readonly MemberPlan[]): number {
  return members.reduce((sum, { documentation }) => sum + 700 + (documentation?.length ?? 0), 0);
}

function memberRows(member: MemberPlan, context: PageContext, options: MembersOptions): Element[] {
  const anchor =
    options.prefix === ""
      ? anchorName(member.name)
      : `${options.prefix}.${anchorName(member.name)}`;
  const row = h("tr", { id: anchor }, [
    h("th", { scope: "row" }, [
      h("a", { className: ["name"], href: `#${encodeURIComponent(anchor)}` }, [
        h("code", breakable(member.name)),
      ]),
      " ",
      h("span", { className: ["type"] }, typeLabel(member.type, context)),
      ...flags(member, options.direction),
    ]),
    h("td", [
      ...deprecationNotice(member.deprecated, context),
      ...context.text(member.documentation),
      ...ruleList(memberRules(member, context)),
    ]),
  ]);
  const nested = nestedShape(member.type, context);
  return nested ? [row, nestedRow(nested, anchor, context, options)] : [row];
}

function flags(member: MemberPlan, direction: Direction): ElementContent[] {
  const flag = (name: string, text: string): ElementContent[] => [
    { type: "text", value: " " },
    h("span", { className: ["flag", name] }, text),
  ];
  const required = direction === "input" ? "required" : "always present";
  return [
    ...(member.modelRequired ? flag("required", required) : []),
    ...(member.sensitive ? flag("sensitive", "sensitive") : []),
    ...(member.deprecated ? flag("deprecated", "deprecated") : []),
  ];
}

/** All rules of a member, its elements' included, with the values of an enum. */
export function memberRules(member: MemberPlan, context: PageContext): readonly Rule[] {
  const { plan } = context.site;
  const rules: Rule[] = [
    ...describeConstraints(member),
    ...describeElementConstraints(member.type, plan),
  ].map(({ label, value, code }) => ({ label, values: [value], code }));
  const values = enumValues(member.type, plan);
  if (values.length > 0) {
    const shown = values.slice(0, 12).map(String);
    const more = values.length - shown.length;
    rules.push({
      label: "Values",
      values: shown,
      code: true,
      more: more > 0 ? `and ${more} more` : undefined,
    });
  }
  if (member.idempotencyToken) {
    rules.push({
      label: "Idempotency token",
      values: ["filled in by the client where it is left out"],
      code: false,
    });
  }
  if (member.sensitive) {
    rules.push({ label: "Sensitive", values: ["not to be logged"], code: false });
  }
  return rules;
}

/** The structure or union that a value consists of, through lists and maps. */
function nestedShape(type: ValueType, context: PageContext): StructurePlan | UnionPlan | undefined {
  switch (type.kind) {
    case "list":
      return nestedShape(type.member, context);
    case "map":
      return nestedShape(type.value, context);
    case "named":
    case "eventStream": {
      const shape = context.site.plan.shapesById.get(type.shape);
      return shape?.kind === "structure" || shape?.kind === "union" ? shape : undefined;
    }
    default:
      return undefined;
  }
}

function nestedRow(
  shape: StructurePlan | UnionPlan,
  anchor: string,
  context: PageContext,
  options: MembersOptions,
): Element {
  const row = (content: ElementContent[]): Element =>
    h("tr", { className: ["nested"] }, [h("td", { colSpan: 2 }, content)]);
  const link = h("a", { href: context.hrefOf(shape.id) ?? "" }, [h("code", shape.name)]);
  if (shape.members.length === 0) return row([h("p", [link, " has no members."])]);
  if (options.within.includes(shape.id)) {
    return row([h("p", [link, " holds itself here: its members are those above."])]);
  }
  if (options.budget.characters < weightOf(shape.members)) {
    return row([h("p", ["Members are on the page of ", link, "."])]);
  }
  const within = [...options.within, shape.id];
  return row([
    h("details", [
      h("summary", [
        shape.kind === "union" ? "Variants of " : "Members of ",
        h("code", shape.name),
        h("span", { className: ["count"], dataSkip: "" }, ` ${shape.members.length}`),
      ]),
      ...(shape.kind === "union" ? [h("p", "Exactly one of these is set.")] : []),
      membersTable(shape.members, context, { ...options, prefix: anchor, within }),
    ]),
  ]);
}
