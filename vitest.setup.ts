import { configureGlobal } from "fast-check";

// The same inputs in every run, so that a change is what makes a test fail. `FAST_CHECK_SEED` tries others.
configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_160_114) });
