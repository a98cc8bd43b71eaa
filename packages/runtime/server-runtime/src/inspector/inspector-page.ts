import { nameOf } from "@tinsmith/schema";
import type { Controlled } from "../control/controlled.js";
import type { ControlledTenant } from "../mock/controlled-tenant.js";
import type { JournalEntry } from "../mock/journal-entry.js";
import { recordingText } from "../replay/recording.js";
import type { Recording } from "../replay/recording.js";
import { html } from "./html.js";
import type { Html } from "./html.js";

/**
 * Renders the inspector's page. Without scripts the page shows the current state: the newest
 * requests, the time, and links to further data as JSON.
 */
export function inspectorPage(
  tenant: ControlledTenant,
  tenants: readonly string[],
  controlled: Controlled,
  recording: Recording | undefined,
): string {
  const { title = controlled.service.name } = controlled;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – mock server</title>
        <link rel="icon" href="/_mock/inspector/icon.svg" />
        <link rel="stylesheet" href="/_mock/inspector/styles.css" />
        <script type="module" src="/_mock/inspector/inspector.js"></script>
      </head>
      <body>
        <header>
          <h1>${title} <small>mock server</small></h1>
          <p class="now">
            <span id="clock-now">${tenant.clock.now().toISOString()}</span>
            <span id="clock-frozen">${tenant.clock.frozen ? "frozen" : ""}</span>
          </p>
          <form action="/_mock/" method="get">
            <label
              >Tenant
              <select name="tenant" id="tenant">
                ${tenants.map((one) => html`<option${one === tenant.name ? html` selected` : ""}>${one}</option>`)}
              </select></label
            >
            <button class="without-script">Show</button>
          </form>
          <p id="connection" role="status"></p>
        </header>
        <nav aria-label="Views">
          <a href="#journal">Journal</a>
          <a href="#state">State</a>
          <a href="#clock">Clock</a>
          <a href="#faults">Faults</a>
          <a href="#coverage">Coverage</a>
          ${recording ? html`<a href="#recording">Recording</a>` : ""}
        </nav>
        <main>
          <p id="problem" role="alert"></p>
          <noscript
            ><p>
              Without scripts this page shows the latest requests only. The rest is available as
              JSON:
              <a href="/_mock/journal">journal</a>, <a href="/_mock/state">state</a>,
              <a href="/_mock/clock">clock</a>, <a href="/_mock/faults">faults</a>,
              <a href="/_mock/coverage?format=text">coverage</a>, and
              <a href="/_mock/openapi.json">all routes</a>.
            </p></noscript
          >
          ${journalSection(tenant)} ${stateSection} ${clockSection} ${faultsSection(controlled)}
          <section id="coverage" aria-labelledby="coverage-title" class="with-script">
            <h2 id="coverage-title">Coverage</h2>
            <p id="coverage-totals"></p>
            <button type="button" id="coverage-clear">Reset counts</button>
            <div class="wide" tabindex="0" role="group" aria-label="Operations and enums">
              <div id="coverage-report"></div>
            </div>
          </section>
          ${recording ? recordingSection(recording) : ""}
        </main>
      </body>
    </html> `.text;
}

const journalSection = (tenant: ControlledTenant): Html =>
  html`<section id="journal" aria-labelledby="journal-title">
    <h2 id="journal-title">Journal</h2>
    <div class="bar with-script">
      <label
        >Filter <input id="journal-filter" type="search" placeholder="operation, error, status"
      /></label>
      <label><input id="journal-pause" type="checkbox" /> Pause</label>
      <button type="button" id="journal-clear">Clear</button>
      <span id="journal-count" role="status"></span>
    </div>
    <div class="columns">
      <div class="wide" tabindex="0" role="group" aria-label="Requests">
        <table>
          <caption class="unseen">
            Requests, newest first
          </caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">Time</th>
              <th scope="col">Operation</th>
              <th scope="col">Response</th>
              <th scope="col">Latency</th>
              <th scope="col">Attempt</th>
            </tr>
          </thead>
          <tbody id="journal-rows">
            ${[...tenant.journal.entries({ limit: 50 })].reverse().map(journalRow)}
          </tbody>
        </table>
      </div>
      <div
        id="journal-details"
        role="region"
        aria-label="Details of a request"
        tabindex="-1"
        class="with-script"
      >
        <p>Select a request to see its input and its output.</p>
      </div>
    </div>
  </section>`;

const journalRow = (entry: JournalEntry): Html =>
  html`<tr>
    <td>${entry.sequence}</td>
    <td>${entry.receivedAt.toISOString().slice(11, 23)}</td>
    <td>${entry.operation || "none"}</td>
    <td>${entry.status} ${entry.error?.code ?? ""}</td>
    <td>${entry.latencyMs.toFixed(1)} ms</td>
    <td>${entry.attempt}</td>
  </tr>`;

const stateSection = html`<section id="state" aria-labelledby="state-title" class="with-script">
  <h2 id="state-title">State</h2>
  <div class="bar">
    <button type="button" id="state-load">Reload</button>
    <button type="button" id="state-seed">Replace the state</button>
    <button type="button" id="state-reset">Reset to the initial state</button>
    <span id="state-message" role="status"></span>
  </div>
  <label for="state-text">The state as JSON, to view and to replace</label>
  <textarea id="state-text" spellcheck="false" rows="28"></textarea>
</section>`;

const clockSection = html`<section id="clock" aria-labelledby="clock-title" class="with-script">
  <h2 id="clock-title">Clock</h2>
  <p>The time of this tenant: <strong id="clock-reading"></strong></p>
  <div class="bar">
    <button type="button" id="clock-freeze">Freeze</button>
    <button type="button" id="clock-resume">Resume</button>
    <button type="button" id="clock-reset">Reset to the real time</button>
  </div>
  <form id="clock-set" class="bar">
    <label>Set to <input name="at" required placeholder="2026-11-01T05:59:00Z" size="26" /></label>
    <button>Set</button>
  </form>
  <form id="clock-advance" class="bar">
    <label>Advance by <input name="amount" type="number" value="1" required step="any" /></label>
    <label
      >Unit
      <select name="unit">
        <option>days</option>
        <option selected>hours</option>
        <option>minutes</option>
        <option>seconds</option>
      </select></label
    >
    <button>Advance</button>
  </form>
</section>`;

const recordingSection = (recording: Recording): Html =>
  html`<section id="recording" aria-labelledby="recording-title">
    <h2 id="recording-title">Recording</h2>
    <pre id="recording-report">${recordingText(recording.report())}</pre>
  </section>`;

function faultsSection({ operations, serviceFaults = {} }: Controlled): Html {
  const errors = new Set(operations.flatMap(({ errors }) => errors.map((error) => nameOf(error))));
  const own = Object.keys(serviceFaults);
  const kinds = ["error", "latency", "throttle", "reset", "dropResponse", "truncate"];
  if (own.length > 0) kinds.push("service");
  return html`<section id="faults" aria-labelledby="faults-title" class="with-script">
    <h2 id="faults-title">Faults</h2>
    <div class="wide" tabindex="0" role="group" aria-label="Active faults">
      <table>
        <caption class="unseen">
          Active faults
        </caption>
        <thead>
          <tr>
            <th scope="col">Id</th>
            <th scope="col">Rule</th>
            <th scope="col">Hits</th>
            <th scope="col">Action</th>
          </tr>
        </thead>
        <tbody id="faults-rows"></tbody>
      </table>
    </div>
    <h3>Add a fault</h3>
    <form id="faults-add" class="fields">
      <label
        >Kind
        <select name="kind">
          ${kinds.map((kind) => html`<option>${kind}</option>`)}
        </select></label
      >
      <label
        >Operation
        <select name="operation">
          <option value="">all</option>
          ${operations.map(({ schema }) => html`<option>${nameOf(schema)}</option>`)}
        </select></label
      >
      <label data-kinds="error">Error <input name="error" list="faults-errors" /></label>
      <label data-kinds="error">Message <input name="message" /></label>
      <label data-kinds="latency"
        >Milliseconds <input name="milliseconds" type="number" min="0" max="600000" value="1000"
      /></label>
      <label data-kinds="throttle"
        >Per second
        <input name="perSecond" type="number" min="0" step="any" placeholder="the quota"
      /></label>
      <label data-kinds="truncate"
        >After bytes <input name="afterBytes" type="number" min="0" value="10"
      /></label>
      <label data-kinds="service"
        >Name
        <select name="name">
          ${own.map((name) => html`<option>${name}</option>`)}
        </select></label
      >
      <label data-kinds="service"
        >Parameters (JSON) <input name="parameters" placeholder="{}"
      /></label>
      <label
        >Probability
        <input name="probability" type="number" min="0" max="1" step="any" placeholder="1"
      /></label>
      <label>Seed <input name="seed" /></label>
      <label>Skip <input name="skip" type="number" min="0" placeholder="0" /></label>
      <label>Times <input name="times" type="number" min="0" placeholder="always" /></label>
      <datalist id="faults-errors">
        ${[...errors].sort().map((name) => html`<option>${name}</option>`)}
      </datalist>
      <button>Add</button>
    </form>
  </section>`;
}
