import { Eye, EyeOff } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import { emptyWords } from '../../../paint/heatScale';
import { cellIndexAt, type Spot, spotAfterKey } from '../../../paint/mapReading';
import { evidenceStore, explanationStore } from '../../../state/explanation';
import { facesStore } from '../../../state/faces';
import { mapViewStore } from '../../../state/mapView';
import { useStore } from '../../../state/useStore';
import { IconButton } from '../../../ui/IconButton';
import { methodTitle } from '../../../ui/methodTitle';
import { PaintedCanvas } from '../../../ui/PaintedCanvas';
import { ProgressBar } from '../../../ui/ProgressBar';
import { Crosshair } from './Crosshair';
import { facePainting } from './facePainting';
import styles from './HeatFigure.module.css';
import { Reading } from './Reading';
import { type Heat, useHeat } from './useHeat';

const middle: Spot = { x: 0.5, y: 0.5 };

/** The face and its heat; pointer, finger or arrow keys read the values. */
export function HeatFigure() {
  const heat = useHeat();
  const [spot, setSpot] = useState<Spot | null>(null);
  useCell(spot);
  const size = useStore(facesStore, ({ crop }) => crop?.place.size ?? null);
  // What is seen is no longer of the face or the method that was asked for.
  const old = useStore(explanationStore, ({ progress }) => progress !== null) && heat !== null;
  const [height, width] = size ?? [1, 1];
  const point = (event: PointerEvent<HTMLElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    setSpot({ x: (event.clientX - bounds.left) / bounds.width, y: (event.clientY - bounds.top) / bounds.height });
  };
  const press = (event: KeyboardEvent) => {
    const next = heat === null ? null : spotAfterKey(spot ?? middle, event.key, heat.shown.map);
    if (next !== null) setSpot(next);
    else if (event.key === 'Escape' && spot !== null) setSpot(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.place}>
      <div
        className={styles.figure}
        style={{ '--ratio': width / height } as CSSProperties}
        data-old={old || size === null}
      >
        <PaintedCanvas painting={facePainting} className={styles.canvas} label={inWords(heat)} />
        {heat !== null && spot !== null && <Crosshair spot={spot} map={heat.shown.map} />}
        <button
          type="button"
          className={styles.surface}
          aria-label="Read the heat map: arrow keys move from cell to cell"
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={(event) => event.pointerType === 'mouse' && setSpot(null)}
          onKeyDown={press}
        />
        {heat !== null && heat.scale.empty !== null && (
          <p role="status" className={styles.notice}>
            {emptyWords[heat.scale.empty]}
          </p>
        )}
        <FaceOnly />
        <Progress />
      </div>
      <Reading heat={heat} spot={spot} />
    </div>
  );
}

/** Tells the rest of the bench which cell of the layer is pointed at. */
function useCell(spot: Spot | null): void {
  const evidence = useStore(evidenceStore, (state) => state.evidence);
  useEffect(() => {
    const cell = spot === null || evidence === null ? null : cellIndexAt(spot, evidence);
    if (cell !== evidenceStore.getState().cell) evidenceStore.setState({ cell });
  }, [spot, evidence]);
  useEffect(() => () => evidenceStore.setState({ cell: null }), []);
}

/** The face without its heat map; also while O is held. */
function FaceOnly() {
  const bare = useStore(mapViewStore, (view) => view.bare);
  return (
    <IconButton
      className={styles.bare}
      look="plain"
      label="Face only (or hold O)"
      icon={bare ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      aria-pressed={bare}
      onClick={() => mapViewStore.setState({ bare: !bare })}
    />
  );
}

function Progress() {
  const progress = useStore(explanationStore, (state) => state.progress);
  const method = useStore(explanationStore, (state) => state.method);
  if (progress === null) return null;
  return (
    <div className={styles.progress}>
      <ProgressBar
        label="Heat map"
        fraction={progress === 0 ? null : progress}
        text={`${methodTitle(method)}, ${Math.round(progress * 100)} percent`}
      />
    </div>
  );
}

function inWords(heat: Heat | null): string {
  if (heat === null) return 'The face as the network gets it';
  const { shown } = heat;
  return `The face as the network gets it, with the ${methodTitle(shown.method)} heat map of ${shown.targetLabel}`;
}
