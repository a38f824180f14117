import type { Region } from '../../shared/face';
import { invert } from '../../shared/geometry/affine';
import { meanShape } from '../../shared/geometry/meanShape';
import type { Point } from '../../shared/geometry/space';
import { centroid, fitSimilarity } from './fitSimilarity';
import type { Shape } from './paintShape';

type P = Point<'network'>;
export interface RegionShape {
  readonly region: Region;
  readonly shape: Shape<'network'>;
}

/** How far regions reach beyond their landmarks, in units of the mean face (whose jaw is 1 wide). */
const reach = { eye: 0.015, aroundEye: 0.1, brow: 0.045, nose: 0.035, lips: 0.02 } as const;
/** Points of the arc from temple to temple. */
const arcSteps = 24;

/**
 * Shapes to paint one over the other, so that a later one wins: the face below the mouth's level (jaw), above it
 * (cheeks), forehead, the surroundings of the eyes, nose, brows, mouth, and the eyes themselves. The bridge of glasses
 * counts as nose, their rims mostly as eyes.
 * @param landmarks 68, in pixels of the network's input
 */
export function regionShapes(landmarks: readonly P[]): RegionShape[] {
  const fromFace = invert(fitSimilarity(landmarks, meanShape));
  const unit = Math.hypot(fromFace.a, fromFace.b);
  const part = (first: number, last: number) => landmarks.slice(first, last + 1);
  const up = { x: -fromFace.c / unit, y: -fromFace.d / unit };
  const jaw = part(0, 16);
  const crown = crownOf(landmarks, up);
  const outline = [...jaw, ...crown];
  const [eyes, brows] = [
    [part(36, 41), part(42, 47)],
    [part(17, 21), part(22, 26)],
  ];
  const nose = [between(landmarks, 21, 22), ...part(31, 35)];
  const lips = part(48, 59);
  const forehead = [...jaw.slice(0, 1), ...part(17, 21), ...part(27, 27), ...part(22, 26), ...jaw.slice(16), ...crown];
  const filled = (region: Region, points: readonly P[], radius = 0): RegionShape => ({
    region,
    shape: { points, closed: true, radius: radius * unit },
  });
  const line = (region: Region, points: readonly P[], radius: number): RegionShape => ({
    region,
    shape: { points, closed: false, radius: radius * unit },
  });
  return [
    filled('jaw', outline),
    filled('cheeks', above(outline, centroid(lips), up)),
    filled('forehead', forehead),
    ...eyes.map((eye) => filled('eyes', eye, reach.aroundEye)),
    filled('nose', nose, reach.nose),
    ...brows.map((brow) => line('brows', brow, reach.brow)),
    filled('mouth', lips, reach.lips),
    ...eyes.map((eye) => filled('eyes', eye, reach.eye)),
  ];
}

function between(landmarks: readonly P[], i: number, j: number): P {
  return centroid([landmarks[i] as P, landmarks[j] as P]);
}

/**
 * Half an ellipse from the right end of the jaw line over the hairline to its left end, without the two ends. The
 * hairline is not among the landmarks: it is taken to lie as far above the brows as the tip of the nose lies below
 * them.
 */
function crownOf(landmarks: readonly P[], up: P): P[] {
  const [left, right, tip] = [landmarks[0] as P, landmarks[16] as P, landmarks[30] as P];
  const middle = centroid([left, right]);
  const brows = centroid(landmarks.slice(17, 27));
  const height = Math.hypot(brows.x - tip.x, brows.y - tip.y);
  const top = { x: brows.x + up.x * height, y: brows.y + up.y * height };
  return Array.from({ length: arcSteps - 1 }, (_, i) => {
    const angle = (Math.PI * (i + 1)) / arcSteps;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return {
      x: middle.x + (cos * (right.x - left.x)) / 2 + sin * (top.x - middle.x),
      y: middle.y + (cos * (right.y - left.y)) / 2 + sin * (top.y - middle.y),
    };
  });
}

/** The part of a polygon on the upper side of the level through a point (Sutherland and Hodgman's clipping). */
function above(polygon: readonly P[], level: P, up: P): P[] {
  const heightOf = (p: P) => (p.x - level.x) * up.x + (p.y - level.y) * up.y;
  return polygon.flatMap((p, i) => {
    const q = polygon[(i + 1) % polygon.length] as P;
    const [hp, hq] = [heightOf(p), heightOf(q)];
    const kept = hp >= 0 ? [p] : [];
    if (hp >= 0 === hq >= 0) return kept;
    const t = hp / (hp - hq);
    return [...kept, { x: p.x + t * (q.x - p.x), y: p.y + t * (q.y - p.y) }];
  });
}
