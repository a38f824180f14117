import { type Region, regions } from '../../../../shared/face';
import type { Interval } from '../../../../shared/people';
import { barePoints, capital, figure, span } from '../../../../shared/people/figures';
import type { TrainingStudy } from '../../../../shared/people/trainingStudy';
import { headTitles, viewTitles } from '../../../../shared/people/trainingWords';
import { DataTable } from '../figures/DataTable';
import styles from '../figures/Figures.module.css';
import { useTrainingSource } from '../figures/useSource';

const share = { kind: 'probability' } as const;

/** Heat of the own name's map on every region, by head, and what the training changes of it. */
export function HeadHeat({ training: { results, changes } }: { readonly training: TrainingStudy }) {
  const source = useTrainingSource('share of the map’s heat, mean over persons; intervals 95 %');
  const changed = useTrainingSource('percentage points of the map’s heat, on the same photos; intervals 95 %');
  const words = ['Shown', 'Group', 'Head'];
  return (
    <>
      <DataTable
        names={3}
        caption="By head"
        heads={[...words, ...regions.map(capital)]}
        source={source}
        figures={results.map((one) => one.regions)}
      >
        {results.map(({ view, group, head, regions: heat }, i) => (
          <tr key={`${view} ${group} ${head}`} data-again={results[i - 1]?.view === view}>
            <Names names={[viewTitles[view], group ?? 'all', headTitles[head]]} />
            <Heat heat={heat} format={(value) => figure(value, share)} />
          </tr>
        ))}
      </DataTable>
      <DataTable
        names={4}
        caption="Change, in percentage points"
        heads={[...words, 'Against', ...regions.map(capital)]}
        source={changed}
        figures={changes.map((one) => one.regions)}
      >
        {changes.map(({ view, group, head, against, regions: heat }, i) => (
          <tr key={`${view} ${group} ${head}`} data-again={changes[i - 1]?.view === view}>
            <Names names={[viewTitles[view], group ?? 'all', headTitles[head], headTitles[against]]} />
            <Heat heat={heat} format={barePoints} />
          </tr>
        ))}
      </DataTable>
    </>
  );
}

function Names({ names: [first, ...others] }: { readonly names: readonly string[] }) {
  return (
    <>
      <th scope="row">
        <span>{first}</span>
      </th>
      {others.map((name, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
        <td key={i} className={styles.name}>
          {name}
        </td>
      ))}
    </>
  );
}

interface HeatProps {
  readonly heat: Readonly<Record<Region, Interval>>;
  readonly format: (value: number) => string;
}

function Heat({ heat, format }: HeatProps) {
  return regions.map((region) => (
    <td key={region} className={styles.pile}>
      {format(heat[region].mean)} <span className={styles.soft}>({span(heat[region], share)})</span>
    </td>
  ));
}
