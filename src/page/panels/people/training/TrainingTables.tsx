import { barePoints, figure, span } from '../../../../shared/people/figures';
import type { HeadResult, TrainingStudy } from '../../../../shared/people/trainingStudy';
import {
  balancedSentence,
  headTitles,
  heldOutSentence,
  leftOutSentence,
  photosHead,
  trainingSummary,
  triedTitle,
  triedWords,
  viewTitles,
} from '../../../../shared/people/trainingWords';
import { whiskerAxis } from '../../../paint/people/whiskers';
import { Section } from '../../../ui/Section';
import { DataTable } from '../figures/DataTable';
import styles from '../figures/Figures.module.css';
import { useTrainingSource } from '../figures/useSource';
import { AxisTicks, formatPoints, WhiskerCell } from '../figures/WhiskerCell';
import { HeadDifferences } from './HeadDifferences';
import { HeadHeat } from './HeadHeat';

const share = { kind: 'probability' } as const;

/** The heads side by side on the same held-out photos, and what each changes against the plain one. */
export function TrainingTables({ training }: { readonly training: TrainingStudy }) {
  return (
    <>
      <Section title="The heads, side by side">
        <p className={styles.text}>{trainingSummary(training)}</p>
        <p className={styles.text}>{heldOutSentence(training)}</p>
        {[leftOutSentence(training), balancedSentence(training)].map(
          (sentence) =>
            sentence !== null && (
              <p key={sentence} role="note" className={styles.text}>
                {sentence}
              </p>
            ),
        )}
        <Results training={training} />
      </Section>
      <Section title="What the training changes, in percentage points">
        <Changes training={training} />
      </Section>
      <Section title="Heat per region">
        <HeadHeat training={training} />
      </Section>
      <Section title="Between groups">
        <HeadDifferences training={training} />
      </Section>
    </>
  );
}

const groupOf = ({ group }: Pick<HeadResult, 'group'>) => group ?? 'all';

function Results({ training }: { readonly training: TrainingStudy }) {
  const { results } = training;
  const source = useTrainingSource(`shares of ${triedWords(training)}, mean over persons; intervals 95 %`);
  const axis = whiskerAxis([...results.map(({ recognised }) => recognised), { mean: 1, low: 1, high: 1 }]);
  const chart = <AxisTicks key="axis" axis={axis} format={(tick) => `${Math.round(tick * 100)} %`} />;
  const heads = [
    'Shown',
    'Group',
    'Head',
    chart,
    'Recognised',
    '95 %',
    'Probability',
    'Heat on eyes',
    'Persons',
    photosHead(training),
  ];
  return (
    <DataTable hideCaption names={3} caption={triedTitle(training)} heads={heads} source={source}>
      {results.map((result, i) => {
        const { view, head, recognised, probability, regions, persons, photos } = result;
        const before = results[i - 1];
        const isAgain = before?.view === view;
        return (
          <tr key={`${view} ${groupOf(result)} ${head}`} data-again={isAgain}>
            <th scope="row">
              <span>{viewTitles[view]}</span>
            </th>
            <td className={styles.name}>{groupOf(result)}</td>
            <td className={styles.name}>{headTitles[head]}</td>
            <td className={styles.chart}>
              <WhiskerCell value={recognised} axis={axis} />
            </td>
            <td>{figure(recognised.mean, share)}</td>
            <td className={styles.soft}>{span(recognised, share)}</td>
            <td>{figure(probability.mean, share)}</td>
            <td>{figure(regions.eyes.mean, share)}</td>
            <td className={styles.soft}>{persons}</td>
            <td className={styles.soft}>{photos}</td>
          </tr>
        );
      })}
    </DataTable>
  );
}

function Changes({ training }: { readonly training: TrainingStudy }) {
  const { changes } = training;
  const source = useTrainingSource('percentage points, on the same photos; intervals 95 %');
  const figures = changes.flatMap(({ recognised, probability }) => [recognised, probability]);
  const axis = whiskerAxis(figures);
  const chart = <AxisTicks key="axis" axis={axis} format={formatPoints} />;
  const heads = [
    ...['Shown', 'Group', 'Head', 'Against', chart, 'Recognised', '95 %', 'Probability', '95 %'],
    ...['Heat on eyes', 'Persons', photosHead(training)],
  ];
  return (
    <DataTable hideCaption names={4} caption="Changes" heads={heads} source={source} figures={figures}>
      {changes.map((change, i) => (
        <tr key={`${change.view} ${groupOf(change)} ${change.head}`} data-again={changes[i - 1]?.view === change.view}>
          <th scope="row">
            <span>{viewTitles[change.view]}</span>
          </th>
          <td className={styles.name}>{groupOf(change)}</td>
          <td className={styles.name}>{headTitles[change.head]}</td>
          <td className={styles.name}>{headTitles[change.against]}</td>
          <td className={styles.chart}>
            <WhiskerCell value={change.recognised} axis={axis} />
          </td>
          <td>{barePoints(change.recognised.mean)}</td>
          <td className={styles.soft}>{span(change.recognised, share)}</td>
          <td>{barePoints(change.probability.mean)}</td>
          <td className={styles.soft}>{span(change.probability, share)}</td>
          <td>{barePoints(change.regions.eyes.mean)}</td>
          <td className={styles.soft}>{change.persons}</td>
          <td className={styles.soft}>{change.photos}</td>
        </tr>
      ))}
    </DataTable>
  );
}
