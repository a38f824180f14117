import { toSentError } from '../../../shared/errors';
import { explanationStore } from '../../state/explanation';
import { facesStore } from '../../state/faces';
import { maskStore } from '../../state/mask';
import { secondNetworkStore } from '../../state/secondNetwork';
import { newestWins } from '../masks/newestWins';
import { askSecond } from './askSecond';

/** Milliseconds of quiet after which the second network is asked: what is in view comes first. */
const patience = 400;

interface Wish {
  readonly network: string;
  readonly masked: boolean;
}

const asking = newestWins<Wish>(
  (signal, { network, masked }) => askSecond(signal, network, masked),
  (error) => {
    const { message, remedy } = toSentError(error);
    secondNetworkStore.setState({ problem: { message, remedy }, stage: null });
  },
  () => secondNetworkStore.setState({ stage: null }),
);

let timer: ReturnType<typeof setTimeout> | null = null;

/** Ends the work on the second network; what it said stays. */
export function stopSecond(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  asking.stop();
  secondNetworkStore.setState({ stage: null });
}

/** Asks the second network about the face in view, once nothing has changed for a moment. */
export function askSecondSoon(masked: boolean): void {
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => {
    timer = null;
    const { network } = secondNetworkStore.getState();
    if (network === null || facesStore.getState().choice === null) return;
    secondNetworkStore.setState({ problem: null });
    asking.push({ network, masked }, { hurry: true });
  }, patience);
}

/** Chooses the second network, or none. */
export function chooseSecond(network: string | null, masked: boolean): void {
  stopSecond();
  secondNetworkStore.setState({ network, result: null, problem: null });
  if (network !== null) askSecondSoon(masked);
}

/** Another layer for the second network's maps. */
export function chooseSecondLayer(network: string, layer: string): void {
  explanationStore.setState(({ layers }) => ({ layers: new Map(layers).set(network, layer) }));
}

/**
 * While it is in view, the second network follows to another face, gallery, method, layer and target, and where
 * `masked`, to each finished stroke of the mask. Returns what ends this, and its work.
 */
export function followSecond(masked: boolean): () => void {
  askSecondSoon(masked);
  const ends = [
    facesStore.subscribe((now, before) => {
      const parts = ['photo', 'choice', 'head'] as const;
      if (parts.some((part) => now[part] !== before[part])) askSecondSoon(masked);
    }),
    explanationStore.subscribe((now, before) => {
      const parts = ['method', 'layers', 'target', 'settings'] as const;
      if (parts.some((part) => now[part] !== before[part])) askSecondSoon(masked);
    }),
    maskStore.subscribe((now, before) => {
      if (masked && now.strokes !== before.strokes) askSecondSoon(masked);
    }),
  ];
  return () => {
    for (const end of ends) end();
    stopSecond();
  };
}
