// bell — a worker's three words in physical memory, and the posting of messages to it.

/** The bell of a CPU or of the file server: +0 doorbell, +4 messages sent, +8 messages received. */
export class Bell {
  readonly #words: Int32Array;
  readonly #at: number;

  /** `ka`: where the core keeps the three words. */
  constructor(phys: WebAssembly.Memory, ka: number) {
    this.#words = new Int32Array(phys.buffer);
    this.#at = ka >>> 2;
  }

  /** A message was posted. It is counted after the posting: whoever sees the count finds the message. */
  ring(): void {
    Atomics.add(this.#words, this.#at + 1, 1);
    Atomics.add(this.#words, this.#at, 1);
    Atomics.notify(this.#words, this.#at);
  }

  /** The worker handles a message. */
  heard(): void {
    Atomics.add(this.#words, this.#at + 2, 1);
  }
}

/** The sending half of a link to a worker that waits on a bell. */
export interface Link<T> {
  post(message: T, transfer?: Transferable[]): void;
}

export function link<T>(port: MessagePort, bell: Bell): Link<T> {
  return {
    post(message, transfer = []) {
      port.postMessage(message, transfer);
      bell.ring();
    },
  };
}

/** Hands data to a listener of comlink's, which reads nothing else of the event. */
export function deliver(listener: EventListenerOrEventListenerObject, data: unknown): void {
  const event = { data } as MessageEvent;
  if (typeof listener === "function") listener(event);
  else listener.handleEvent(event);
}
