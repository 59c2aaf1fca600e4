/** A binary heap of integers by cost. Equal costs leave in the order in which they came, so that the same input gives the same drawing. */
export class MinHeap {
  readonly #items: { value: number; cost: number; turn: number }[] = [];
  #turn = 0;

  push(value: number, cost: number): void {
    const items = this.#items;
    const item = { value, cost, turn: this.#turn };
    this.#turn += 1;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent];
      if (!above || !before(item, above)) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  /** The value of the least cost, or undefined. */
  pop(): number | undefined {
    const items = this.#items;
    const [top] = items;
    const last = items.pop();
    if (!top || !last) return undefined;
    if (items.length === 0) return top.value;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      const left = items[child];
      if (!left) break;
      const right = items[child + 1];
      let least = left;
      if (right && before(right, left)) {
        child += 1;
        least = right;
      }
      if (!before(least, last)) break;
      items[at] = least;
      at = child;
    }
    items[at] = last;
    return top.value;
  }
}

function before(a: { cost: number; turn: number }, b: { cost: number; turn: number }): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.turn < b.turn);
}
