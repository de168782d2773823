export interface Seat {
  readonly x: number;
  readonly y: number;
  readonly side: "left" | "right";
}

const APART_PX = 26;
const NARROWEST = 0.3;

/** Seats of `n` things around an oval, clockwise from the top. Those of one side stand equally far below each other, so
 * that labels beside them never meet. */
export function ring(n: number): Seat[] {
  const right = Math.ceil(n / 2);
  const radius = (right * APART_PX) / 2;
  return Array.from({ length: n }, (_, at) => {
    const onRight = at < right;
    const [row, rows] = onRight ? [at, right] : [n - 1 - at, n - right];
    const height = (2 * (row + 0.5)) / rows - 1;
    const width = Math.max(NARROWEST, Math.sqrt(1 - height * height));
    return { x: (onRight ? width : -width) * radius, y: height * radius, side: onRight ? "right" : "left" };
  });
}
