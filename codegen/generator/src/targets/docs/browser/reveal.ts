/**
 * Opens the nested shapes around the element that the URL names, so that the browser can scroll to
 * it.
 */
export function revealTarget(): void {
  reveal();
  addEventListener("hashchange", reveal);
}

function reveal(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let closed = false;
  for (let up = target.closest("details"); up; up = up.parentElement?.closest("details") ?? null) {
    closed ||= !up.open;
    up.open = true;
  }
  if (closed) target.scrollIntoView();
}
