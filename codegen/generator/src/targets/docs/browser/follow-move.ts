/**
 * Redirects from a former address to its successor: to that of the anchor, or else to that of the
 * page.
 */
export function followMove(): void {
  follow();
  addEventListener("hashchange", follow);
}

function follow(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const named = id === "" ? null : document.getElementById(id);
  const link =
    named?.querySelector(":scope > a.moved") ??
    document.querySelector("[data-moved] li:not([id]) > a.moved, [data-moved] a.moved");
  if (link instanceof HTMLAnchorElement) location.replace(link.href);
}
