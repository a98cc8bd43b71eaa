import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";

/** Gives tests the model files as text, as `tsup.config.ts` does for the build. */
export default mergeConfig(shared, {
  plugins: [
    {
      name: "smithy-text",
      transform: (text: string, id: string) =>
        id.endsWith(".smithy") ? { code: `export default ${JSON.stringify(text)};` } : undefined,
    },
  ],
});
