// additions — the functions the rewriter adds behind the module's own, each made once, when first asked for.

import { Assembler } from "./assembler.ts";
import type { Layout } from "./layout.ts";
import type { Sink } from "./sink.ts";
import type { FuncType } from "./valtypes.ts";

export interface Added {
  readonly name: string;
  readonly type: number;
  /** Writes the body, with its size. */
  readonly body: { finish(out: Sink): void };
}

export class Additions {
  readonly layout: Layout;
  readonly list: Added[] = [];
  readonly #index = new Map<string, number>();

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /**
   * The index of the function of this name; the first time, `build` writes it. It may ask for others,
   * even for itself, since its index is fixed before it is written.
   */
  need(name: string, type: FuncType, build: (a: Assembler) => void): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    const body = new Assembler(type, this.layout);
    const index = this.layout.firstAdded + this.list.length;
    this.#index.set(name, index);
    this.list.push({ name, type: this.layout.type(type), body });
    build(body);
    return index;
  }

  /** Adds a function whose body is at hand; gives its index. Names may come twice. */
  append(added: Added): number {
    return this.layout.firstAdded + this.list.push(added) - 1;
  }
}
