/** Lines of text with indentation. Texts with several lines are indented as a whole. */
export class IdlWriter {
  readonly #lines: string[] = [];
  #indentation = "";

  line(text: string): void {
    for (const line of text.split("\n")) {
      this.#lines.push(line === "" ? "" : this.#indentation + line);
    }
  }

  /** A blank line, unless the text would start with it. */
  gap(): void {
    if (this.#lines.length > 0) this.#lines.push("");
  }

  /** `open`, what `write` writes one level deeper, and `close`. */
  block(open: string, write: () => void, close: string): void {
    this.line(open);
    this.indented(write);
    this.line(close);
  }

  indented(write: () => void): void {
    const outer = this.#indentation;
    this.#indentation += "    ";
    write();
    this.#indentation = outer;
  }

  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}
