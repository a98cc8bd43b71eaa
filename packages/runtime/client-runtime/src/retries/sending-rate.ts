/** The factor by which throttling reduces the rate. */
const CUT = 0.7;
/** The scale of the rate's recovery. */
const GROWTH = 0.4;
/** The weight of the latest measurement relative to earlier measurements. */
const SMOOTHING = 0.8;
/** The minimum rate in requests per second. */
const MIN_RATE = 0.5;

const now = (): number => Date.now() / 1000;

/**
 * The rate at which a client may send requests after its service has throttled it. Each throttled
 * request reduces the rate. It recovers like a cubic function, slowly near the rate that was
 * throttled. The rate is unlimited until the service first throttles.
 */
export class SendingRate {
  #limited = false;
  /** The number of requests that may be sent immediately. It grows over time. */
  #tokens = 0;
  #maxTokens = 1;
  #tokensPerSecond = MIN_RATE;
  #filledAt = 0;
  /** The number of requests since the last measurement. */
  #requests = 0;
  #measured = 0;
  #measuredAt = Math.floor(now());
  #throttled = 0;
  #throttledAt = now();

  /**
   * Consumes a token and returns 0. Without a token, returns the whole milliseconds until the next
   * token.
   */
  take(): number {
    if (!this.#limited) return 0;
    this.#fill();
    const missing = 1 - this.#tokens;
    if (missing > 0) return Math.ceil((missing / this.#tokensPerSecond) * 1000);
    this.#tokens--;
    return 0;
  }

  /** Updates the rate with the outcome of a request. */
  update(throttled: boolean): void {
    const time = now();
    this.#measure(time);
    let rate: number;
    if (throttled) {
      this.#throttled = this.#limited
        ? Math.min(this.#measured, this.#tokensPerSecond)
        : this.#measured;
      this.#throttledAt = time;
      this.#limited = true;
      rate = this.#throttled * CUT;
    } else {
      const recovery = Math.cbrt((this.#throttled * (1 - CUT)) / GROWTH);
      rate = GROWTH * (time - this.#throttledAt - recovery) ** 3 + this.#throttled;
    }
    // The rate must not grow far beyond what the client uses.
    rate = Math.min(rate, 2 * this.#measured);
    this.#fill();
    this.#tokensPerSecond = Math.max(rate, MIN_RATE);
    this.#maxTokens = Math.max(rate, 1);
    this.#tokens = Math.min(this.#tokens, this.#maxTokens);
  }

  #fill(): void {
    const time = now();
    const gained = this.#filledAt && (time - this.#filledAt) * this.#tokensPerSecond;
    this.#tokens = Math.min(this.#maxTokens, this.#tokens + gained);
    this.#filledAt = time;
  }

  /** Counts a request. The rate is measured every half second. */
  #measure(time: number): void {
    this.#requests++;
    const halfSecond = Math.floor(time * 2) / 2;
    const passed = halfSecond - this.#measuredAt;
    if (passed <= 0) return;
    this.#measured = (this.#requests / passed) * SMOOTHING + this.#measured * (1 - SMOOTHING);
    this.#requests = 0;
    this.#measuredAt = halfSecond;
  }
}
