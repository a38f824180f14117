import type { Preprocessing } from '../../shared/network';
import { orderWord } from '../../shared/orderWord';

/** What happens to a pixel before the network sees it, in one sentence. */
export function describePreprocessing({ order, mean, scale }: Preprocessing): string {
  const grey = order === 'grey';
  const centre = grey ? `${mean[0]}` : `(${mean.join(', ')})`;
  const centred = mean.some((value) => value !== 0) ? `minus ${centre}` : '';
  const scaled = scale === 1 ? '' : describeScale(scale);
  const steps = [centred, scaled].filter(Boolean).join(', ');
  const pixels = grey ? 'Pixels 0–255 in grey' : `Pixels 0–255 in ${orderWord(order)} order`;
  return `${pixels}, ${steps === '' ? 'as they are' : steps}.`;
}

function describeScale(scale: number): string {
  const divisor = 1 / scale;
  return Math.abs(divisor - Math.round(divisor * 10) / 10) < 1e-6
    ? `divided by ${Math.round(divisor * 10) / 10}`
    : `times ${Number(scale.toPrecision(6))}`;
}
