import { useMemo } from 'react';
import { type RegionHeat, regionHeat } from '../../../../shared/raster/regionHeat';
import { facesStore } from '../../../state/faces';
import { useStore } from '../../../state/useStore';
import { formatPercent } from '../../../ui/formatPercent';
import { useWhyNoMap } from '../../../ui/useWhyNoMap';
import { KeptSection } from '../KeptSection';
import table from '../Table.module.css';
import styles from './Maps.module.css';
import { MaskHeat } from './MaskHeat';
import { useMaps } from './useMaps';

/** How the heat divides among the parts of the face, without the mask and under it; and how much lies on the mask. */
export function RegionsSection() {
  const maps = useMaps();
  const missing = useWhyNoMap();
  const crop = useStore(facesStore, (state) => state.crop);
  const size = [crop?.input.height ?? 1, crop?.input.width ?? 1] as const;
  const before = maps?.shown.map ?? null;
  const after = maps?.explained?.map ?? null;
  const labels = crop?.regions ?? null;
  const [height, width] = size;
  const heats = useMemo(
    () =>
      [before, after].map((map) => (map === null || labels === null ? null : regionHeat(map, labels, [height, width]))),
    [before, after, labels, height, width],
  );
  const [was, now] = heats;
  return (
    <KeptSection title="Heat per region" folds="open">
      {!was ? (
        <p className={table.note}>{missing ?? 'Counted once there is a map.'}</p>
      ) : crop?.choice.kind !== 'face' ? (
        <p className={table.note}>Regions need a face that was found: here there are no landmarks.</p>
      ) : (
        <Bars before={was} after={now ?? null} />
      )}
      {maps?.explained && <MaskHeat explained={maps.explained} />}
    </KeptSection>
  );
}

interface BarsProps {
  readonly before: readonly RegionHeat[];
  readonly after: readonly RegionHeat[] | null;
}

function Bars({ before, after }: BarsProps) {
  const most = Math.max(Number.EPSILON, ...[...before, ...(after ?? [])].map(({ share }) => share));
  return (
    <>
      <p className={styles.legend} aria-hidden>
        <span>before</span>
        {after !== null && <span>after</span>}
      </p>
      <table className={styles.bars}>
        <caption className="visually-hidden">Heat per region, before and after</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Region</th>
            <th scope="col">Bars</th>
            <th scope="col">Share before → after</th>
          </tr>
        </thead>
        <tbody>
          {before.map(({ region, share }, i) => {
            const now = after?.[i]?.share ?? null;
            return (
              <tr key={region}>
                <th scope="row" className={table.capital}>
                  {region}
                </th>
                <td>
                  <span className={styles.bar} style={{ scale: `${share / most} 1` }} />
                  {now !== null && <span className={styles.bar} style={{ scale: `${now / most} 1` }} />}
                </td>
                <td>
                  {formatPercent(share)}
                  {now !== null && ` → ${formatPercent(now)}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
