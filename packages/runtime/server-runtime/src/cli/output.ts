import { createColors } from "picocolors";

/** Where the command writes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

export type Colors = ReturnType<typeof createColors>;

/** Colors for a terminal that wants them: none in files and pipes, none under `NO_COLOR`. */
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
