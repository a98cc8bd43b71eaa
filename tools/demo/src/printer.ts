import type pc from "picocolors";

export interface Printer {
  /** Prints a heading after a blank line. */
  section(title: string): void;
  /** Prints a call, its result, and lines of detail. */
  call(operation: string, summary: string, details?: readonly string[]): void;
  /** Prints a condition that must hold. If it does not hold, the demonstration fails. */
  check(ok: boolean, text: string): boolean;
  link(label: string, text: string): void;
}

/** Prints aligned text, with colors if they are enabled. */
export function printer(
  write: (text: string) => void,
  { bold, cyan, dim, green, red }: ReturnType<typeof pc.createColors>,
): Printer {
  return {
    section: (title) => write(`\n${bold(title)}\n`),
    call: (operation, summary, details = []) => {
      write(`  ${cyan(operation.padEnd(16))} ${summary}\n`);
      for (const detail of details) write(`  ${" ".repeat(16)} ${dim(detail)}\n`);
    },
    check: (ok, text) => {
      write(`  ${ok ? green("✓") : red("✗")} ${text}\n`);
      return ok;
    },
    link: (label, text) => write(`  ${dim(label.padEnd(16))} ${text}\n`),
  };
}
