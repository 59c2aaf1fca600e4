import type { Box } from './graph.ts';
import { snap } from './sizes.ts';

/** Something with a smallest size that can be put into a larger place. */
export interface Block {
  readonly width: number;
  readonly height: number;
  put(x: number, y: number, width: number, height: number): void;
}

/** A box of fixed size, in the middle of the width that it is given. */
export function leaf(size: { readonly width: number; readonly height: number }, done: (box: Box) => void): Block {
  return { ...size, put: (x, y, width) => done({ x: snap(x + (width - size.width) / 2), y: snap(y), ...size }) };
}

/** Blocks side by side; spare width goes to both ends, or with `stretch` to the blocks. */
export function row(blocks: readonly Block[], gap: number, stretch = false): Block {
  const own = blocks.reduce((sum, block) => sum + block.width, 0) + gap * Math.max(0, blocks.length - 1);
  return {
    width: own,
    height: Math.max(0, ...blocks.map((block) => block.height)),
    put(x, y, width, height) {
      const extra = stretch && blocks.length > 0 ? snap(Math.max(0, width - own) / blocks.length - 3.9) : 0;
      let left = x + snap((width - own - extra * blocks.length) / 2);
      for (const block of blocks) {
        block.put(left, y, block.width + extra, stretch ? height : block.height);
        left += block.width + extra + gap;
      }
    },
  };
}

/** Blocks below each other, each as wide as the whole. */
export function column(blocks: readonly Block[], gap: number): Block {
  return {
    width: Math.max(0, ...blocks.map((block) => block.width)),
    height: blocks.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, blocks.length - 1),
    put(x, y, width) {
      let top = y;
      for (const block of blocks) {
        block.put(x, top, width, block.height);
        top += block.height + gap;
      }
    },
  };
}

/** A frame around a block. */
export function frame(inner: Block, padding: { readonly top: number; readonly side: number; readonly bottom: number }, smallest: number, done: (box: Box) => void): Block {
  const width = Math.ceil(Math.max(inner.width + 2 * padding.side, smallest) / 8) * 8;
  const height = inner.height + padding.top + padding.bottom;
  return {
    width,
    height,
    put(x, y, wide, high) {
      done({ x, y, width: wide, height: high });
      inner.put(x + padding.side, y + padding.top, wide - 2 * padding.side, high - padding.top - padding.bottom);
    },
  };
}
