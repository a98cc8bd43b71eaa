import MiniSearch from "minisearch";
import { searchDocs } from "../search/rank.js";
import type { SearchHit } from "../search/rank.js";
import { searchOptions, searchScript } from "../search/search-options.js";

declare global {
  /** The parts of the index, as their scripts set them. */
  var docsSearchIndex: Parameters<typeof MiniSearch.loadJS>[0][] | undefined;
  var docsSearchParts: number | undefined;
}

const root = document.documentElement.dataset["root"] ?? "";

/** Enables search in a dialog, which loads the index when it first opens. */
export function enableSearch(): void {
  const button = document.querySelector<HTMLButtonElement>(".search-button");
  if (!button) return;
  let dialog: SearchDialog | undefined;
  const open = (): void => {
    dialog ??= createDialog();
    dialog.open();
  };
  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.matches("input:not([type=radio]), textarea, select");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const commandK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !commandK) return;
    event.preventDefault();
    open();
  });
}

interface SearchDialog {
  open(): void;
}

function createDialog(): SearchDialog {
  const dialog = make("dialog", { className: "search", ariaLabel: "Search" });
  const input = make("input", {
    type: "search",
    placeholder: "Search operations, errors, options, guides",
    autocomplete: "off",
    spellcheck: false,
  });
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-label": "Search",
    "aria-expanded": "false",
    "aria-controls": "search-results",
    "aria-autocomplete": "list",
  })) {
    input.setAttribute(name, value);
  }
  const list = make("div", { id: "search-results" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Results");
  const status = make("p", { className: "status" });
  status.setAttribute("role", "status");
  dialog.append(input, list, status);
  document.body.append(dialog);

  let active = -1;
  const options = (): HTMLAnchorElement[] => [...list.querySelectorAll("a")];
  const activate = (index: number): void => {
    const all = options();
    active = all.length === 0 ? -1 : (index + all.length) % all.length;
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    const current = all[active];
    if (current) input.setAttribute("aria-activedescendant", current.id);
    else input.removeAttribute("aria-activedescendant");
    current?.scrollIntoView({ block: "nearest" });
  };
  const search = async (): Promise<void> => {
    await loadIndex(() => void search());
    const query = input.value.trim();
    const results = query === "" ? [] : searchDocs(parts, query, 20);
    list.replaceChildren(...results.map(resultLink));
    input.setAttribute("aria-expanded", String(results.length > 0));
    status.textContent =
      query === ""
        ? "Arrow keys select, Enter opens, Escape closes."
        : results.length === 0
          ? `No results for “${query}”.`
          : "";
    activate(0);
  };
  input.addEventListener("input", () => void search());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") activate(active + 1);
    else if (event.key === "ArrowUp") activate(active - 1);
    else if (event.key === "Enter") options()[active]?.click();
    else return;
    event.preventDefault();
  });
  // A click on the backdrop is a click on the dialog itself, a click on a result leads away.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || (event.target instanceof Element && event.target.closest("a")))
      dialog.close();
  });
  return {
    open() {
      if (!dialog.open) dialog.showModal();
      input.select();
      void search();
    },
  };
}

function resultLink(result: SearchHit, at: number): HTMLAnchorElement {
  const link = make("a", { href: root + result.u, id: `search-result-${at}`, tabIndex: -1 });
  link.setAttribute("role", "option");
  const title = make("span", { className: "title", textContent: result.t });
  const where = result.c === "" ? result.k : `${result.k} of ${result.c}`;
  link.append(title, make("span", { className: "where", textContent: where }));
  if (result.d !== "") link.append(make("span", { className: "what", textContent: result.d }));
  return link;
}

const parts: MiniSearch[] = [];
let loading: Promise<void> | undefined;

/**
 * Loads the first part of the index, then the others.
 *
 * @param onMore - called when a further part can be searched
 */
function loadIndex(onMore: () => void): Promise<void> {
  loading ??= loadPart(0).then(() => {
    const further = (globalThis.docsSearchParts ?? 1) - 1;
    for (let part = 1; part <= further; part++) void loadPart(part).then(onMore);
  });
  return loading;
}

function loadPart(part: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = make("script", { src: root + searchScript(part) });
    script.addEventListener("error", () =>
      reject(new Error("The search index could not be loaded.")),
    );
    script.addEventListener("load", () => {
      const data = globalThis.docsSearchIndex?.[part];
      if (data) parts.push(MiniSearch.loadJS(data, searchOptions));
      resolve();
    });
    document.head.append(script);
  });
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}
