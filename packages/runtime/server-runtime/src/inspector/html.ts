/** Text of HTML; what a template puts into another template is not escaped again. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Hole = string | number | Html | readonly Html[];

/** Writes HTML. Everything that comes in through a hole is escaped, unless it is HTML itself. */
export const html = (parts: TemplateStringsArray, ...holes: readonly Hole[]): Html =>
  new Html(parts.map((part, index) => part + textOf(holes[index] ?? "")).join(""));

function textOf(hole: Hole): string {
  if (hole instanceof Html) return hole.text;
  if (typeof hole === "object") return hole.map(({ text }) => text).join("");
  return String(hole).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
