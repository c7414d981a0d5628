/**
 * The Sobol sequence (Sobol' 1967, doi:10.1016/0041-5553(67)90144-9) in Gray-code order (Antonov & Saleev 1979,
 * doi:10.1016/0041-5553(79)90085-5), with the direction numbers of Joe & Kuo (2008, doi:10.1137/070709359). Every point
 * is made from its number alone, so that any worker can make any point.
 */
import { FronteraError } from "../errors.ts";
import { type Key, philox, unitInterval } from "./random.ts";
import { sobolDirections } from "./sobol-directions.ts";

/** Greatest number of dimensions there are direction numbers for. */
export const SOBOL_DIMENSIONS = sobolDirections.length + 1;
/** Binary digits of a coordinate, and so the logarithm of the number of points. */
export const SOBOL_DIGITS = 32;

export interface SobolSequence {
  readonly dimensions: number;
  /** Point `index`, a whole number below 2^32, to the first `dimensions` places of `out`. */
  point(index: number, out: Float64Array): Float64Array;
}

/** Direction numbers of a dimension, counted from 0, as binary fractions of 32 digits. [digit of the index] */
export function sobolDirectionNumbers(dimension: number): Uint32Array {
  const numbers = new Uint32Array(SOBOL_DIGITS);
  if (dimension === 0) {
    for (let i = 0; i < SOBOL_DIGITS; i++) numbers[i] = 1 << (31 - i);
    return numbers;
  }
  const [polynomial = 1, ...initial] = sobolDirections[dimension - 1]!;
  const degree = initial.length;
  initial.forEach((m, i) => {
    numbers[i] = m << (31 - i);
  });
  // v_i = a_1·v_(i−1) ⊕ … ⊕ a_(s−1)·v_(i−s+1) ⊕ v_(i−s) ⊕ v_(i−s)/2^s (Joe & Kuo 2008, eq. 2).
  for (let i = degree; i < SOBOL_DIGITS; i++) {
    let value = numbers[i - degree]! ^ (numbers[i - degree]! >>> degree);
    for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - k)) & 1) value ^= numbers[i - k]!;
    numbers[i] = value;
  }
  return numbers;
}

/**
 * The sequence in a number of dimensions. Without a key it is the plain sequence, whose point 0 is the origin. With one,
 * every coordinate is shifted digit by digit with 52 random digits of its own (L'Ecuyer & Lemieux 2002,
 * doi:10.1007/0-306-48102-2_20): the points stay as evenly spread, each is uniform, none lies on the edge of the cube.
 */
export function sobolSequence(dimensions: number, key?: Key): SobolSequence {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > SOBOL_DIMENSIONS)
    throw new FronteraError({
      code: "too-many-dimensions",
      message: "no Sobol sequence of so many dimensions",
      expected: `1 to ${SOBOL_DIMENSIONS} dimensions`,
      received: String(dimensions),
    });
  const directions = Array.from({ length: dimensions }, (_, d) => sobolDirectionNumbers(d));
  const shifts = directions.map((_, d) => (key === undefined ? undefined : shiftOf(key, d)));
  return {
    dimensions,
    point(index, out) {
      const gray = (index ^ (index >>> 1)) >>> 0;
      for (let d = 0; d < dimensions; d++) {
        const numbers = directions[d]!;
        let digits = 0;
        for (let rest = gray, i = 0; rest !== 0; rest >>>= 1, i++) if (rest & 1) digits ^= numbers[i]!;
        const shift = shifts[d];
        out[d] = shift === undefined ? (digits >>> 0) / 4294967296 : unitInterval((digits ^ shift[0]) >>> 0, shift[1]);
      }
      return out;
    },
  };
}

/** High and low word of the digital shift of a dimension. */
function shiftOf(key: Key, dimension: number): readonly [number, number] {
  const words = philox(dimension, 0, 0, 0x736f626f, key[0], key[1], new Uint32Array(4));
  return [words[0]!, words[1]!];
}
