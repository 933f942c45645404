// labels — depths of branches where blocks have been added around some of the code.

export class Labels {
  /** Labels now open, added ones among them. */
  open = 0;
  /** For each of the function's own blocks: how many labels are open outside it. */
  readonly #own: number[] = [];

  /** Opens an added label; its name is its place. */
  add(): number {
    return this.open++;
  }

  /** Opens one of the function's own blocks. */
  enter(): void {
    this.#own.push(this.open++);
  }

  leave(): void {
    this.open = this.#own.pop() as number;
  }

  /** Closes the innermost, an added one. */
  close(): void {
    this.open--;
  }

  /** The depth of an added label, here. */
  depth(label: number): number {
    return this.open - 1 - label;
  }

  /** What a branch of this depth in the original has become. */
  moved(depth: number): number {
    return this.depth(this.#own[this.#own.length - 1 - depth] as number);
  }
}
