import { mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";

/** Loads the model files as text in tests, like `tsup.config.ts` in the build. */
export default mergeConfig(shared, {
  plugins: [
    {
      name: "smithy-text",
      transform: (text: string, id: string) =>
        id.endsWith(".smithy") ? { code: `export default ${JSON.stringify(text)};` } : undefined,
    },
  ],
});
