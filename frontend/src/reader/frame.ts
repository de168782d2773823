/** A rectangle in the units of what it lies on, from the upper left. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const LEAST = 1;

/** The box between two points, in whole units and inside. */
export function between(one: readonly [number, number], other: readonly [number, number], size: Size): Box {
  const within = (at: number, most: number) => Math.min(Math.max(Math.round(at), 0), Math.floor(most));
  const [ax, bx] = [within(one[0], size.width), within(other[0], size.width)];
  const [ay, by] = [within(one[1], size.height), within(other[1], size.height)];
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

/** Whether anything lies within. */
export function hasInside({ x0, y0, x1, y1 }: Box): boolean {
  return x1 - x0 >= LEAST && y1 - y0 >= LEAST;
}

/** Where a frame begins that nobody has drawn: the middle quarter. */
export function middle({ width, height }: Size): Box {
  return between([width * 0.375, height * 0.375], [width * 0.625, height * 0.625], { width, height });
}

/** A step of the arrow keys: a fiftieth of the longer edge, or one unit. */
export function stepOf(size: Size, fine: boolean): number {
  return fine ? 1 : Math.max(1, Math.round(Math.max(size.width, size.height) / 50));
}

const ARROWS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The frame after an arrow key: moved, or with `resizing` its lower right corner moved; undefined for another key. */
export function nudged(box: Box, key: string, size: Size, how: { resizing: boolean; fine: boolean }): Box | undefined {
  const way = ARROWS[key];
  if (!way) return undefined;
  const step = stepOf(size, how.fine);
  const [dx, dy] = [way[0] * step, way[1] * step];
  if (how.resizing) {
    const x1 = Math.min(Math.max(box.x1 + dx, box.x0 + LEAST), Math.floor(size.width));
    const y1 = Math.min(Math.max(box.y1 + dy, box.y0 + LEAST), Math.floor(size.height));
    return { ...box, x1, y1 };
  }
  const right = Math.min(Math.max(dx, -box.x0), Math.floor(size.width) - box.x1);
  const down = Math.min(Math.max(dy, -box.y0), Math.floor(size.height) - box.y1);
  return { x0: box.x0 + right, y0: box.y0 + down, x1: box.x1 + right, y1: box.y1 + down };
}

/** The boxes under a point, the smallest first: what lies in another is reached before it. */
export function under<T extends Box>(boxes: readonly T[], [x, y]: readonly [number, number]): T[] {
  const area = (box: Box) => (box.x1 - box.x0) * (box.y1 - box.y0);
  return boxes.filter((box) => box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1).sort((one, other) => area(one) - area(other));
}
