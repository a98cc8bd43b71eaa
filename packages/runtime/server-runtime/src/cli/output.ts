import { createColors } from "picocolors";

/** The streams that the command writes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  on?(event: "error", listener: (error: Error) => void): unknown;
}

/**
 * Keeps the command running if the reader of its output closes the pipe. A test, for example, may
 * do so before it stops the server.
 */
export function outliveReader(output: Output): void {
  output.on?.("error", (error) => {
    if (!("code" in error) || error.code !== "EPIPE") throw error;
  });
}

export type Colors = ReturnType<typeof createColors>;

/** Returns colors for a terminal. Files, pipes, and terminals with `NO_COLOR` get no colors. */
export function colorsFor(
  output: Output,
  environment: Readonly<Record<string, string | undefined>>,
): Colors {
  const forced = environment["FORCE_COLOR"];
  const wanted =
    forced === undefined || forced === ""
      ? output.isTTY === true && environment["TERM"] !== "dumb"
      : forced !== "0";
  return createColors(wanted && !environment["NO_COLOR"]);
}
