/** What a refusal leaves of the rate. */
const CUT = 0.7;
/** How fast the rate grows again. */
const GROWTH = 0.4;
/** How much the latest measurement counts beside those before it. */
const SMOOTHING = 0.8;
/** The lowest rate, in requests a second. */
const LOWEST = 0.5;

const now = (): number => Date.now() / 1000;

/**
 * The rate at which a client may send once its service has throttled it: every refusal cuts it, and it grows back like a
 * cubic function, slowly near the rate that was refused. There is no limit before the first refusal.
 */
export class SendingRate {
  #limited = false;
  /** Requests that may be sent at once; they become more with time. */
  #tokens = 0;
  #mostTokens = 1;
  #tokensPerSecond = LOWEST;
  #filledAt = 0;
  /** Requests since the last measurement. */
  #requests = 0;
  #measured = 0;
  #measuredAt = Math.floor(now());
  #refused = 0;
  #refusedAt = now();

  /** Takes a token. Where there is none, says after how many whole milliseconds to ask again; otherwise 0. */
  take(): number {
    if (!this.#limited) return 0;
    this.#fill();
    const lacking = 1 - this.#tokens;
    if (lacking > 0) return Math.ceil((lacking / this.#tokensPerSecond) * 1000);
    this.#tokens--;
    return 0;
  }

  /** Learns how a request ended. */
  update(throttled: boolean): void {
    const time = now();
    this.#measure(time);
    let rate: number;
    if (throttled) {
      this.#refused = this.#limited
        ? Math.min(this.#measured, this.#tokensPerSecond)
        : this.#measured;
      this.#refusedAt = time;
      this.#limited = true;
      rate = this.#refused * CUT;
    } else {
      const recovery = Math.cbrt((this.#refused * (1 - CUT)) / GROWTH);
      rate = GROWTH * (time - this.#refusedAt - recovery) ** 3 + this.#refused;
    }
    // What nobody uses does not grow.
    rate = Math.min(rate, 2 * this.#measured);
    this.#fill();
    this.#tokensPerSecond = Math.max(rate, LOWEST);
    this.#mostTokens = Math.max(rate, 1);
    this.#tokens = Math.min(this.#tokens, this.#mostTokens);
  }

  #fill(): void {
    const time = now();
    const gained = this.#filledAt && (time - this.#filledAt) * this.#tokensPerSecond;
    this.#tokens = Math.min(this.#mostTokens, this.#tokens + gained);
    this.#filledAt = time;
  }

  /** Counts a request; the rate is measured anew every half second. */
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
