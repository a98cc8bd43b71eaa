import type pc from "picocolors";

export interface Printer {
  /** A heading with air above it. */
  section(title: string): void;
  /** A call, what came of it, and lines of detail. */
  call(operation: string, summary: string, details?: readonly string[]): void;
  /** A thing that must hold; the outcome of the demonstration depends on it. */
  check(ok: boolean, text: string): boolean;
  link(label: string, text: string): void;
}

/** Prints for people: aligned, colored where colors are enabled. */
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
