import { useState } from 'react';
import type { MethodInfo } from '../../../../../shared/methods';
import { chooseMapLayer, chooseMethod } from '../../../../flows/faces/changeExplanation';
import { comparisonKey, onDemand } from '../../../../flows/faces/compareMethods';
import { compareScoreCam } from '../../../../flows/faces/compareScoreCam';
import { isBlank, mapRange, type Range } from '../../../../paint/mapRange';
import { comparisonStore, explanationStore } from '../../../../state/explanation';
import { facesStore } from '../../../../state/faces';
import { useStore } from '../../../../state/useStore';
import { showSheet } from '../../../../state/view';
import { MapCanvas } from '../../../../ui/MapCanvas';
import styles from './Compare.module.css';

interface Props {
  readonly method: MethodInfo;
  /** Empty for a method that knows no layer. */
  readonly layer: string;
  /** Null: the map's own. */
  readonly range: Range | null;
}

/** One map of the table; a click shows it large. */
export function CompareCell({ method, layer, range }: Props) {
  const map = useStore(comparisonStore, ({ maps }) => maps.get(comparisonKey(method.id, layer))?.map ?? null);
  const running = useStore(comparisonStore, (state) => state.running);
  const picture = useStore(facesStore, ({ crop }) => crop?.input ?? null);
  const shown = useStore(
    explanationStore,
    ({ shown: now }) => now?.method === method.id && (layer === '' || now.layer === layer),
  );
  if (map === null && method.id === onDemand) return <OnDemand title={method.title} layer={layer} />;
  if (map === null || picture === null)
    return (
      <span className={styles.waiting} title={running ? undefined : 'Not computed: stopped before, or it failed'}>
        {running ? '' : 'not computed'}
      </span>
    );
  const blank = isBlank(map);
  const words = `${method.title}${layer === '' ? '' : ` at ${layer}`}${blank ? ': zero everywhere' : ''}`;
  const choose = () => {
    showSheet(null);
    if (layer === '') chooseMethod(method.id);
    else chooseMapLayer(layer, method.id);
  };
  return (
    <button
      type="button"
      className={styles.cell}
      aria-label={words}
      title={words}
      aria-pressed={shown}
      onClick={choose}
    >
      <MapCanvas picture={picture} map={map} range={range ?? mapRange([map])} className={styles.canvas} />
      {blank && <span className={styles.zero}>zero</span>}
    </button>
  );
}

/** In place of a map that takes seconds: the button that has it computed. */
function OnDemand({ title, layer }: { readonly title: string; readonly layer: string }) {
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    await compareScoreCam(layer);
    setBusy(false);
  };
  const words = busy ? 'Computing' : 'Compute';
  return (
    <button
      type="button"
      className={styles.waiting}
      aria-label={`${words} ${title} at ${layer}`}
      disabled={busy}
      onClick={() => void begin()}
    >
      {words}
    </button>
  );
}
