import type { Picture } from '../../shared/ascent';
import type { Crop } from '../../shared/calls/faceCalls';
import type { FaceMask } from '../../shared/calls/peopleCalls';
import type { Target } from '../../shared/explain';
import { type Region, regions } from '../../shared/face';
import { apply, invert } from '../../shared/geometry/affine';
import { faceToNetwork } from '../../shared/geometry/faceToNetwork';
import type { Point } from '../../shared/geometry/space';
import type { FillKind, MaskRaster } from '../../shared/mask';
import { answersOf, rankedScores } from '../../shared/mask/answerOf';
import { eyeDistance, faceLight, headPose } from '../../shared/people/faceConditions';
import type { Calls } from '../../shared/protocol';
import { applyMask, type FillPictures, fillsIn } from '../../shared/raster/applyMask';
import { coveredShare } from '../../shared/raster/coveredShare';
import { fillPicture } from '../../shared/raster/fillPicture';
import { heatOnMask } from '../../shared/raster/heatOnMask';
import { rasteriseMask } from '../../shared/raster/rasteriseMask';
import { regionHeat } from '../../shared/raster/regionHeat';
import { warpToMeanFace } from '../../shared/raster/warpToMeanFace';
import { attribute } from '../explain/attribute';
import { inputValues } from '../explain/inputValues';
import { createTarget } from '../explain/target/createTarget';
import { recognise } from '../explain/target/recognise';
import { cropFace } from '../face/cropFace';
import { placeCrop } from '../face/placeCrop';
import type { Network } from '../network/graph';
import { nativeSize } from '../network/plan';
import type { NetworkShelf } from './networkShelf';

type Arguments = Calls['measureFace']['arguments'];
type Result = Calls['measureFace']['result'];

/**
 * Aligns a face, lays the mask over it, asks who it is, explains that answer, and lays the map on the mean face: the
 * steps of the Faces and Masks benches, in one worker without a way between them.
 * @throws FoveaError when the network is not loaded or answers nothing; the signal's reason
 */
export async function measureFace(signal: AbortSignal, shelf: NetworkShelf, request: Arguments): Promise<Result> {
  const loaded = shelf.get(request.network);
  const { network } = loaded;
  const { picture, landmarks, head, layer, side } = request;
  const size = nativeSize(network.graph);
  const place = placeCrop({ kind: 'face', landmarks }, size, network.margin, [picture.height, picture.width]);
  const crop = cropFace({ place, part: picture, origin: [0, 0], landmarks });
  const { input, raster } = maskedInput(network, crop, request.mask);
  const values = inputValues(network, input);
  const answers = answerer(await recognise(signal, loaded, values, head));
  const explained = request.answer ?? answers.first.index;
  const target = createTarget(network, targetOf(request, network, explained));
  const { map } = await attribute(signal, loaded, { input: values, target, layer }, request);
  const onInput = landmarks.map((point) => scaled(apply(invert(place.networkToPicture), point), size));
  return {
    label: answers.first.label,
    index: answers.first.index,
    probability: answers.first.probability,
    unknown: answers.unknown,
    enrolled: raster === null && answers.distance <= sameDistance,
    kept: answers.probability(explained),
    regions: sharesOf(regionHeat(map, crop.regions, size)),
    map: { side, values: warpToMeanFace(map, onInput, network.margin, side) },
    conditions: { faceSize: eyeDistance(landmarks), ...headPose(landmarks), ...faceLight(crop.input, crop.regions) },
    covered: raster === null ? 0 : coveredShare(raster, crop.regions),
    heatOnMask: raster === null ? 0 : heatOnMask(map, raster, size),
    input,
    places: Float32Array.from(onInput.flatMap(({ x, y }) => [x, y])),
  };
}

/**
 * Cosine distance to a photo of the gallery up to which a face counts as that very photo. The same pixels give 0 but
 * for rounding; the gallery's own compressed copy of a photo a little more.
 */
const sameDistance = 0.002;

function maskedInput(
  network: Network,
  { input }: Crop,
  mask: FaceMask | null,
): { readonly input: Picture; readonly raster: MaskRaster | null } {
  if (mask === null) return { input, raster: null };
  const size = [input.height, input.width] as const;
  const raster = rasteriseMask(mask.strokes, size, faceToNetwork(size, network.margin));
  const fills: FillPictures = {};
  for (const fill of fillsIn(raster)) fills[fill] = fillOf(input, fill, mask);
  return { input: applyMask(input, raster, fills), raster };
}

function fillOf(input: Picture, fill: FillKind, { seed, other }: FaceMask): Picture {
  if (fill !== 'other') return fillPicture(input, fill, seed);
  if (other === null) throw new RangeError('There is no other face to fill with.');
  return other;
}

function answerer(recognition: Awaited<ReturnType<typeof recognise>>) {
  const scores = answersOf(recognition);
  const [first] = rankedScores(scores);
  if (first === undefined) throw new RangeError('This network names nobody and nothing.');
  const probability = (index: number) => scores.find((score) => score.index === index)?.probability ?? 0;
  const { unknown = false, nearest } = recognition.identity ?? {};
  return { first, unknown, distance: nearest?.distance ?? Number.POSITIVE_INFINITY, probability };
}

/** Answers are the head's people where there is a head with people, else the first output's classes. */
function targetOf({ head }: Arguments, network: Network, index: number): Target {
  if (head !== null && head.names.length > 0) return { kind: 'identity', head, index };
  const [output] = network.outputs.classes;
  if (output === undefined) throw new RangeError(`${network.name} has no classes.`);
  return { kind: 'class', layer: output.layer, index };
}

const scaled = ({ x, y }: Point<'network'>, [height, width]: readonly [number, number]): Point<'network'> => ({
  x: x / width,
  y: y / height,
});

function sharesOf(heat: ReturnType<typeof regionHeat>): Record<Region, number> {
  const shares = Object.fromEntries(regions.map((region) => [region, 0])) as Record<Region, number>;
  for (const { region, share } of heat) shares[region] = share;
  return shares;
}
