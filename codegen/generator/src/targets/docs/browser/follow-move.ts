/**
 * Goes from an address that the site no longer has to its successor: that of the anchor, or that of
 * the whole page.
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
