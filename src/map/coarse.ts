/**
 * A path of the poster (`M x y l dx dy …`, whole numbers) in fewer numbers: each point on a grid of `step` drawing units, points that fall
 * together once. For a picture so small that nobody sees the difference; it is drawn `step` times larger.
 */
export function coarse(path: string, step: number): string {
  return path.replace(/M(-?\d+) (-?\d+)l([^Mz]*)(z?)/g, (_, x0: string, y0: string, rest: string, close: string) => {
    const numbers = (rest.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [Number(x0), Number(y0)];
    let [px, py] = [Math.round(x / step), Math.round(y / step)];
    const head = `M${px} ${py}l`;
    let out = "";
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      x += numbers[i]!;
      y += numbers[i + 1]!;
      const [dx, dy] = [Math.round(x / step) - px, Math.round(y / step) - py];
      if (dx === 0 && dy === 0) continue;
      out += `${out && dx >= 0 ? " " : ""}${dx}${dy >= 0 ? " " : ""}${dy}`;
      px += dx;
      py += dy;
    }
    return out ? head + out + close : "";
  });
}
