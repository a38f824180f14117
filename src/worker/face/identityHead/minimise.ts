/** A smooth convex function: its value at a point; writes its gradient there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => Promise<number>;

export interface MinimiseOptions {
  /** Variables; the search starts at zero. */
  readonly size: number;
  /** Ends when the gradient's L2 norm is at most this. */
  readonly tolerance: number;
  readonly mostSteps: number;
  /** After each step, counted from 1. */
  readonly onStep: (step: number) => void;
}

export interface Minimum {
  readonly point: Float64Array<ArrayBuffer>;
  readonly steps: number;
  /** False: the step cap came first, or no step along the search direction goes down any more. */
  readonly converged: boolean;
}

/** Pairs of step and change of gradient that stand for the curvature. */
const memory = 12;
/** Armijo's constant: share of the promised decrease that a step has to keep. */
const sufficient = 1e-4;
const mostHalvings = 40;

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  /** change · step, positive. */
  readonly product: number;
}

interface Place {
  readonly point: Float64Array<ArrayBuffer>;
  readonly gradient: Float64Array<ArrayBuffer>;
  readonly value: number;
}

/**
 * Full-batch L-BFGS from zero, with a backtracking line search; no randomness, so the same function gives the same
 * point. Source: Nocedal and Wright, Numerical Optimization (2006), algorithms 7.4 and 3.1.
 */
export async function minimise(objective: Objective, options: MinimiseOptions): Promise<Minimum> {
  const visit = async (point: Float64Array<ArrayBuffer>): Promise<Place> => {
    const gradient = new Float64Array(point.length);
    return { point, gradient, value: await objective(point, gradient) };
  };
  let place = await visit(new Float64Array(options.size));
  let pairs: Pair[] = [];
  let steps = 0;
  const norm = () => Math.sqrt(dot(place.gradient, place.gradient));
  while (steps < options.mostSteps && norm() > options.tolerance) {
    const next = await searchLine(visit, place, descent(place.gradient, pairs), pairs.length === 0 ? 1 / norm() : 1);
    if (next === null) {
      if (pairs.length === 0) break;
      // The pairs mislead: forget them and go straight down once.
      pairs = [];
      continue;
    }
    const step = difference(next.point, place.point);
    const change = difference(next.gradient, place.gradient);
    const product = dot(step, change);
    if (product > 0) pairs = [...pairs, { step, change, product }].slice(-memory);
    place = next;
    steps += 1;
    options.onStep(steps);
  }
  return { point: place.point, steps, converged: norm() <= options.tolerance };
}

/** Minus the inverse Hessian, as the pairs tell it, times the gradient (two-loop recursion). */
function descent(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares = pairs.map(() => 0);
  for (const [index, { step, change, product }] of [...pairs.entries()].reverse()) {
    const share = dot(step, direction) / product;
    shares[index] = share;
    add(direction, -share, change);
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const scale = last.product / dot(last.change, last.change);
    direction.forEach((value, i) => {
      direction[i] = value * scale;
    });
  }
  for (const [index, { step, change, product }] of pairs.entries())
    add(direction, (shares[index] as number) - dot(change, direction) / product, step);
  return direction;
}

/** The first place along the direction that goes down enough; null when there is none. */
async function searchLine(
  visit: (point: Float64Array<ArrayBuffer>) => Promise<Place>,
  from: Place,
  direction: Float64Array,
  first: number,
): Promise<Place | null> {
  const slope = dot(from.gradient, direction);
  if (!(slope < 0)) return null;
  // Close to the minimum a decrease drowns in rounding.
  const rounding = 1e-15 * Math.abs(from.value);
  let length = first;
  for (let halving = 0; halving < mostHalvings; halving++) {
    const point = from.point.slice();
    add(point, length, direction);
    const place = await visit(point);
    if (place.value <= from.value + sufficient * length * slope + rounding) return place;
    length /= 2;
  }
  return null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** target += factor × values. */
function add(target: Float64Array, factor: number, values: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + factor * (values[i] as number);
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - (b[i] as number));
}
