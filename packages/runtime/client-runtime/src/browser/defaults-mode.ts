import type { Provider } from "@smithy/types";
import type { Configurable, DefaultsMode } from "../config/options.js";

const MODES = ["in-region", "cross-region", "mobile", "standard", "legacy"] as const;

/** Hints about device and connection that a browser may offer. */
interface DeviceHints {
  readonly connection?: {
    readonly effectiveType?: string;
    readonly rtt?: number;
    readonly downlink?: number;
  };
  readonly userAgentData?: { readonly mobile?: boolean };
  readonly maxTouchPoints?: number;
}

/**
 * Returns the configured defaults mode. `auto` becomes `mobile` on small devices and slow
 * connections.
 */
export const resolveDefaultsMode =
  (configured: Configurable<DefaultsMode> | undefined): Provider<DefaultsMode> =>
  async () => {
    const given = typeof configured === "function" ? await configured() : configured;
    const mode = given?.toLowerCase() ?? "legacy";
    if (mode === "auto") return isMobile() ? "mobile" : "standard";
    const known = MODES.find((name) => name === mode);
    if (known !== undefined) return known;
    throw new Error(
      `Invalid parameter for "defaultsMode", expect ${MODES.join(", ")}, got ${given}`,
    );
  };

function isMobile(): boolean {
  // Not every worker has a navigator.
  const navigator: DeviceHints | undefined = Reflect.get(globalThis, "navigator");
  const { connection, userAgentData, maxTouchPoints = 0 } = navigator ?? {};
  return (
    (connection !== undefined &&
      ((connection.effectiveType ?? "4g") !== "4g" ||
        Number(connection.rtt) > 100 ||
        Number(connection.downlink) < 10)) ||
    userAgentData?.mobile === true ||
    maxTouchPoints > 1
  );
}
