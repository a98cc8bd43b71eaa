import type { Platform, Settings } from "./platform.js";

const nothing: Pick<Settings, "text"> = { text: () => async () => undefined };

/** The settings of clients that only the code configures, for the features of their services. */
export const noSettings: Pick<Platform, "settings" | "defaultCredentials"> = {
  // Features read other settings than these by their names in the environment.
  settings: () => nothing as Settings,
  defaultCredentials: () => async () => {
    throw new Error("Credential is missing");
  },
};
