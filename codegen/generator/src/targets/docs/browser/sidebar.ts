/** The number of links from which the navigation has a filter. */
const filteredLinks = 15;

/** Shows the current page in a long navigation, and adds a filter of its links. */
export function enableSidebar(): void {
  const links = document.querySelector<HTMLElement>(".side .links");
  if (!links) return;
  const current = links.querySelector<HTMLElement>("a[aria-current]");
  if (current && current.offsetTop + current.offsetHeight > links.clientHeight) {
    links.scrollTop = current.offsetTop - links.clientHeight / 2;
  }
  const items = [...links.querySelectorAll<HTMLElement>("li")];
  if (items.length < filteredLinks) return;
  const input = document.createElement("input");
  input.type = "search";
  input.className = "filter";
  input.placeholder = "Filter";
  input.setAttribute("aria-label", "Filter the navigation");
  links.prepend(input);
  input.addEventListener("input", () => {
    const wanted = input.value.toLowerCase().replace(/[^a-z0-9]/g, "");
    for (const item of items) {
      const name = (item.textContent ?? "").toLowerCase().replace(/[^a-z0-9]/g, "");
      item.hidden = !name.includes(wanted);
    }
    for (const group of links.querySelectorAll<HTMLElement>(".group")) {
      group.hidden = !group.nextElementSibling?.querySelector("li:not([hidden])");
    }
  });
}
