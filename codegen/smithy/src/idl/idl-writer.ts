/** Collects lines of text with indentation. Texts of several lines are indented as a whole. */
export class IdlWriter {
  readonly #lines: string[] = [];
  #indentation = "";

  line(text: string): void {
    for (const line of text.split("\n")) {
      this.#lines.push(line === "" ? "" : this.#indentation + line);
    }
  }

  /** Adds a blank line, except at the beginning of the text. */
  gap(): void {
    if (this.#lines.length > 0) this.#lines.push("");
  }

  /** Adds `open`, the lines that `write` adds one level deeper, and `close`. */
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
