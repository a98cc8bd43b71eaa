import type { Settings } from "./platform.js";

const nothing: Pick<Settings, "text"> = { text: () => async () => undefined };

/** Returns the settings of clients that only the code configures, for features of their services. */
// Features read settings only by the name of their variable, so the other members are not needed.
export const noSettings = (): Settings => nothing as Settings;

/** Fails, because the code did not pass credentials. */
export const noCredentials = () => async (): Promise<never> => {
  throw new Error("Credential is missing");
};
