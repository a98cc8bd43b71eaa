type Child = Node | string;

/** Creates an element. Strings are set as text, so that content of a model never becomes markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const created = Object.assign(document.createElement(tag), properties);
  created.append(...children);
  return created;
}

let count = 0;

/** Returns an id that no other element of the page has. */
export const uniqueId = (): string => `console-${++count}`;

/** Creates a button that does not submit a form. */
export function button(text: string, onClick: () => void, className = ""): HTMLButtonElement {
  const created = element("button", { type: "button", className }, text);
  created.addEventListener("click", onClick);
  return created;
}
