// The polyfills that docs/runtimes.md lists for React Native.
/* oxlint-disable import/no-unassigned-import -- Polyfills have only side effects. */
import "fast-text-encoding";
import "react-native-url-polyfill/auto";
import { Sha256Js } from "@smithy/core/checksum";

globalThis.sha256 = Sha256Js;
