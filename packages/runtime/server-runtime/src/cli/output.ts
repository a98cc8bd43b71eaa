import { createColors } from "picocolors";

/** The streams that the command writes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

export type Colors = ReturnType<typeof createColors>;

/** Returns colors for a terminal. Files, pipes and `NO_COLOR` get none. */
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
