/* oxlint-disable import/default -- the build turns these files into text: see `tsup.config.ts` */
import clock from "./browser/clock.js?raw";
import controlScript from "./browser/control.js?raw";
import coverage from "./browser/coverage.js?raw";
import elementScript from "./browser/element.js?raw";
import faults from "./browser/faults.js?raw";
import icon from "./browser/icon.svg?raw";
import inspector from "./browser/inspector.js?raw";
import journal from "./browser/journal.js?raw";
import recording from "./browser/recording.js?raw";
import state from "./browser/state.js?raw";
import styles from "./browser/styles.css?raw";

const script = (text: string) => ({ text, contentType: "text/javascript; charset=utf-8" });

/**
 * The files that the page loads. They are the modules in `browser/`, which browsers run unchanged.
 */
export const inspectorAssets: Readonly<
  Record<string, { readonly text: string; readonly contentType: string }>
> = {
  "clock.js": script(clock),
  "control.js": script(controlScript),
  "coverage.js": script(coverage),
  "element.js": script(elementScript),
  "faults.js": script(faults),
  "icon.svg": { text: icon, contentType: "image/svg+xml" },
  "inspector.js": script(inspector),
  "journal.js": script(journal),
  "recording.js": script(recording),
  "state.js": script(state),
  "styles.css": { text: styles, contentType: "text/css; charset=utf-8" },
};
