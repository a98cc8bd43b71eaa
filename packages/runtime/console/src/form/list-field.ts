import { isPlainRecord } from "@tinsmith/values";
import { button, element } from "../dom/element.js";
import type { Field, FieldText } from "./field.js";
import { createGroup } from "./group-field.js";

/** Creates the field of a list: its items, each with a button that removes it. */
export function listField(text: FieldText, create: (label: string) => Field): Field {
  const group = createGroup(text);
  const rows = rowsOf(group.body, `Add to ${text.label}`, (label) => {
    const field = create(label);
    return { field, element: field.element };
  });
  return {
    element: group.element,
    read: () => {
      const items = rows.all().map(({ field }) => field.read());
      return items.length === 0 && !text.required ? undefined : items.map((item) => item ?? null);
    },
    write: (value) => {
      const items: readonly unknown[] = Array.isArray(value) ? value : [];
      rows.clear();
      for (const item of items) rows.add().field.write(item);
    },
    report: ([index, ...rest], message) => {
      const row = typeof index === "number" ? rows.all()[index] : undefined;
      if (row === undefined) group.show(message);
      else row.field.report(rest, message);
    },
    clear: () => {
      group.clear();
      for (const { field } of rows.all()) field.clear();
    },
  };
}

/** Creates the field of a map: its entries, each with a key. */
export function mapField(text: FieldText, create: (label: string) => Field): Field {
  const group = createGroup(text);
  const rows = rowsOf(group.body, `Add to ${text.label}`, (label) => {
    const key = element("input", {
      type: "text",
      ariaLabel: `Key of ${label}`,
      placeholder: "Key",
    });
    const field = create(label);
    return { field, key, element: element("div", { className: "entry" }, key, field.element) };
  });
  return {
    element: group.element,
    read: () => {
      const entries = rows
        .all()
        .map(({ key, field }) => [key.value, field.read() ?? null] as const);
      return entries.length === 0 && !text.required ? undefined : Object.fromEntries(entries);
    },
    write: (value) => {
      rows.clear();
      for (const [name, item] of Object.entries(isPlainRecord(value) ? value : {})) {
        const { key, field } = rows.add();
        key.value = name;
        field.write(item);
      }
    },
    report: ([name, ...rest], message) => {
      const row = rows.all().find(({ key }) => key.value === name);
      if (row === undefined) group.show(message);
      else row.field.report(rest, message);
    },
    clear: () => {
      group.clear();
      for (const { field } of rows.all()) field.clear();
    },
  };
}

interface Rows<Row> {
  all(): readonly Row[];
  add(): Row;
  clear(): void;
}

function rowsOf<Row extends { readonly element: HTMLElement }>(
  body: HTMLElement,
  addText: string,
  create: (label: string) => Row,
): Rows<Row> {
  let rows: readonly Row[] = [];
  let count = 0;
  const holder = element("div", { className: "rows" });
  const add = (): Row => {
    const label = `Item ${++count}`;
    const row = create(label);
    const remove = button(`Remove ${label}`, () => {
      rows = rows.filter((candidate) => candidate !== row);
      frame.remove();
      adder.focus();
    });
    const frame = element("div", { className: "row" }, row.element, remove);
    rows = [...rows, row];
    holder.append(frame);
    return row;
  };
  const adder = button(addText, () => {
    add().element.querySelector<HTMLElement>("input, select, textarea")?.focus();
  });
  body.append(holder, adder);
  return {
    all: () => rows,
    add,
    clear: () => {
      rows = [];
      count = 0;
      holder.replaceChildren();
    },
  };
}
