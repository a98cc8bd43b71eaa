import { configureGlobal } from "fast-check";

// Uses the same inputs in every run, so that only a change of the code can make a test fail.
// `FAST_CHECK_SEED` tries others.
configureGlobal({ seed: Number(process.env["FAST_CHECK_SEED"] ?? 20_160_114) });
