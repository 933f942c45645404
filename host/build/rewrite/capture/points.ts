// points — where a captured function can be resumed: its sites, and the blocks that hold sites.
//
// A level is a run of instructions at one depth: the body of a function, block, loop or try, an arm of an if,
// a handler. Its points are its sites and those of its blocks that hold sites, in order. Sites are numbered
// from 1 in the order of the code, so each point stands for a run of numbers.

export interface Level {
  /** First byte, and the first event in it. */
  pos: number;
  event: number;
  /** The event that ends it: end, else, a catch, delegate. */
  end: number;
  readonly points: Point[];
  /** What lies on the stack at its beginning, and the locals that can hold it. */
  readonly params: readonly number[];
  slots: readonly number[];
  /** The tag of a handler; -1: it catches everything, or is no handler. */
  tag: number;
}

export interface Point {
  /** Its event: the site, or the beginning of the block. */
  readonly event: number;
  readonly at: number;
  readonly end: number;
  /** Numbers of its sites. */
  readonly first: number;
  readonly last: number;
  /** Locals that hold the level's operands under it, and their types. */
  readonly lowers: readonly number[];
  readonly codes: readonly number[];
  /** Undefined for a site. */
  readonly construct: Construct | undefined;
  /** Of a site: its results. */
  readonly results: readonly number[];
  /** Of a site: the type of a block around it, and how many blocks it stands in. */
  readonly type: number;
  readonly depth: number;
  /** Of a site: the depth of the label where the aim's tag goes when it throws that; -1: not known. */
  readonly caught: number;
}

export interface Construct {
  /** The opcode that begins it. */
  readonly op: number;
  /** Body or then-arm, then else-arm or handlers. */
  readonly levels: readonly Level[];
  /** Local for the condition of an if. */
  readonly condition: number;
  /** A branch goes back to its beginning. */
  readonly repeats: boolean;
}

/** Operands pushed by the instruction that ends at `pos`, to be kept in these locals. */
export interface Spill {
  readonly pos: number;
  readonly locals: readonly number[];
}

/** One function, as capture sees it. */
export interface Shape {
  readonly func: number;
  /** Index of its type. */
  readonly type: number;
  /** The declarations of its locals, the code, its final `end`. */
  readonly start: number;
  readonly code: number;
  readonly last: number;
  /** Types of parameters and locals, then of the added ones. */
  readonly params: number;
  readonly locals: readonly number[];
  readonly added: readonly number[];
  /** Added locals that must be kept in a record. */
  readonly kept: readonly number[];
  readonly root: Level;
  readonly sites: readonly Point[];
  readonly spills: readonly Spill[];
  /** It catches exceptions itself. */
  readonly catches: boolean;
  readonly loops: boolean;
}
