// hostbell — the word the kernel rings when a host stream may go on or a spawned process ended.

/** Waits for the kernel without blocking the thread. */
export class HostBell {
  readonly #words: Int32Array;
  readonly #at: number;
  /** The pending wait, shared by everyone who waits for the same value to change. */
  #wait: { readonly value: number; readonly change: Promise<void> } | undefined;

  /** `ka`: where the core keeps the word. */
  constructor(phys: WebAssembly.Memory, ka: number) {
    this.#words = new Int32Array(phys.buffer);
    this.#at = ka >>> 2;
  }

  /** Read it before looking at what may change; pass it to `change` when nothing had. */
  value(): number {
    return Atomics.load(this.#words, this.#at);
  }

  /** Resolves once the word is no longer `value`. */
  change(value: number): Promise<void> {
    if (this.#wait?.value === value) return this.#wait.change;
    const { async, value: outcome } = Atomics.waitAsync(this.#words, this.#at, value);
    if (!async) return Promise.resolve();
    const change = outcome.then(() => {
      if (this.#wait?.change === change) this.#wait = undefined;
    });
    this.#wait = { value, change };
    return change;
  }

  /** Wakes everyone who waits here: the machine ends. */
  ring(): void {
    Atomics.add(this.#words, this.#at, 1);
    Atomics.notify(this.#words, this.#at);
  }
}
