import { studyLimits } from '../../../../shared/people/limits';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Section } from '../../../ui/Section';
import { Compared } from '../figures/Compared';
import { DifferenceMaps } from '../figures/DifferenceMaps';
import { DifferenceTables } from '../figures/DifferenceTables';
import styles from '../figures/Figures.module.css';
import { Comparing, NoGroups } from '../figures/NoGroups';
import { useGroupMaps } from '../figures/useGroupMaps';

/** What differs between groups, and how sure that is. */
export function DifferencesPane() {
  const comparison = useStore(studyStore, (state) => state.comparison);
  const maps = useGroupMaps();
  if (maps.length === 0) return <NoGroups />;
  if (maps.length === 1) return <p className={styles.empty}>All photos are in one group. A difference needs two.</p>;
  return (
    <>
      <Section title="Differences of the average maps">
        <DifferenceMaps groups={maps} />
      </Section>
      {comparison === null ? (
        <Comparing />
      ) : (
        <Compared>
          <Section title="How sure is it?">
            <DifferenceTables comparison={comparison} />
          </Section>
        </Compared>
      )}
      <Section title="What this cannot show">
        <ul className={styles.limits}>
          {studyLimits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
