// bell — a word that changes when there may be something to do, for one that waits on it.

/** Changes the word at `ka` and wakes who waits on it. May be called under any lock. */
export function bellRing(ka: usize): void {
  atomic.add<i32>(ka, 1);
  atomic.notify(ka, 1);
}
