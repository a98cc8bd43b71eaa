/**
 * Returns the element with the id, as an instance of the class.
 *
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export const byId = (id, kind) => {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`Missing ${kind.name} "${id}" of the page.`);
};

/**
 * Creates an element. String children become text nodes, so that data from clients never becomes
 * markup.
 *
 * @param {string} tag
 * @param {Readonly<Record<string, string>>} attributes
 * @param {readonly (Node | string)[]} children
 */
export const element = (tag, attributes = {}, children = []) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/**
 * @param {string} text
 * @param {() => void} run
 * @param {Readonly<Record<string, string>>} attributes
 */
export const button = (text, run, attributes = {}) => {
  const made = element("button", { type: "button", ...attributes }, [text]);
  made.addEventListener("click", run);
  return made;
};

/** @param {string} id @param {() => unknown} run */
export const onClick = (id, run) => byId(id, HTMLButtonElement).addEventListener("click", run);

/**
 * Calls `run` with the values of a form when it is submitted; empty values are omitted.
 *
 * @param {string} id
 * @param {(fields: Readonly<Record<string, string>>) => unknown} run
 */
export const onSubmit = (id, run) => {
  const form = byId(id, HTMLFormElement);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
    void run(Object.fromEntries(fields.filter(([, value]) => value !== "")));
  });
};
