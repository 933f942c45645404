// normal copy — the function as it was, each site able to catch the private tag.

import type { Frame } from "./frame.ts";
import type { Shape } from "./points.ts";
import type { Writer } from "./writer.ts";

export function writeNormal(w: Writer, shape: Shape, frame: Frame): void {
  let at = shape.code;
  frame.open();
  for (const site of shape.sites) {
    w.run(at, site.at);
    frame.number(site);
    frame.guarded(
      site.depth,
      (op) => w.block(op, site.type),
      () => w.copy(site.at, site.end),
    );
    at = site.end;
  }
  w.run(at, shape.last);
  frame.close();
}
