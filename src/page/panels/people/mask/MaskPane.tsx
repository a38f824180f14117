import { Download } from 'lucide-react';
import type { StudyFailure } from '../../../../shared/people';
import { count } from '../../../../shared/people/figures';
import { exportMaskedPhotos } from '../../../flows/people/exportMaskedPhotos';
import { removeMask } from '../../../flows/people/measureWithMask';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Fold } from '../../../ui/Fold';
import { Section } from '../../../ui/Section';
import { ChangeTable } from '../figures/ChangeTable';
import { comparedAnew } from '../figures/Compared';
import { DifferenceTables } from '../figures/DifferenceTables';
import styles from '../figures/Figures.module.css';
import { GroupMaps } from '../figures/GroupMaps';
import { HeatTable } from '../figures/HeatTable';
import { RecognitionTable } from '../figures/RecognitionTable';
import { useGroupMaps } from '../figures/useGroupMaps';
import { useSource } from '../figures/useSource';
import { LossTables } from './LossTables';
import { MaskChoice } from './MaskChoice';

/** One mask over all faces: what it costs each group. */
export function MaskPane() {
  const busy = useStore(studyStore, ({ work }) => work !== null);
  const name = useStore(studyStore, ({ masked }) => masked?.name ?? null);
  return (
    <>
      <Section title="One mask over all faces">
        <MaskChoice />
        {name !== null && (
          <div className={styles.row}>
            <Button icon={<Download aria-hidden />} disabled={busy} onClick={exportMasked}>
              Save the masked photos
            </Button>
            <Button look="quiet" onClick={() => void removeMask()}>
              Take the mask away
            </Button>
          </div>
        )}
      </Section>
      {name !== null && <Masked name={name} />}
    </>
  );
}

/** The aligned faces with the mask over them, as a zip: for training elsewhere. */
function exportMasked(): void {
  const { masked } = studyStore.getState();
  if (masked !== null) void exportMaskedPhotos(masked.mask, masked.name);
}

const none: ReadonlyMap<string, StudyFailure> = new Map();

function Failed({ failures }: { readonly failures: readonly StudyFailure[] }) {
  return (
    <Fold title="Photos that failed under it" className={styles.note}>
      <ul aria-label="Photos that failed under the mask">
        {failures.map(({ id, file, message, remedy }) => (
          <li key={id}>
            {file}: {message} {remedy}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Masked({ name }: { readonly name: string }) {
  const losses = useStore(studyStore, (state) => state.losses);
  const comparing = useStore(studyStore, (state) => state.comparing);
  const comparison = useStore(studyStore, (state) => state.maskedComparison);
  const measured = useStore(studyStore, ({ masked }) => masked?.measured.size ?? 0);
  const failed = useStore(studyStore, ({ masked }) => masked?.failures ?? none);
  const source = useSource('percentage points, photo by photo, mean over persons', name);
  const maps = useGroupMaps(true);
  return (
    <>
      <Section title={`${name}: with it minus without it`}>
        <p className={styles.note}>
          {count(measured, 'photo')} measured under it{failed.size > 0 && `, ${failed.size} failed`}. The maps explain
          the name that a photo has without the mask.
        </p>
        {failed.size > 0 && <Failed failures={[...failed.values()]} />}
        {losses === null || losses.groups.length === 0 ? (
          <p role="status" className={styles.note}>
            {comparing ? 'Comparing the groups' : 'Photos in a group are compared once they are measured.'}
          </p>
        ) : (
          <>
            {comparing && (
              <p role="status" className={styles.note}>
                {comparedAnew}
              </p>
            )}
            <div className={styles.busy} aria-busy={comparing}>
              <ChangeTable
                caption={`${name}: with it minus without it`}
                changes={losses.groups.map(({ group, ...loss }) => ({ name: group, ...loss }))}
                source={source}
              />
            </div>
          </>
        )}
      </Section>
      {losses !== null && losses.groups.length > 1 && (
        <Section title="Which group does it change more?">
          <div className={styles.busy} aria-busy={comparing}>
            <LossTables losses={losses} mask={name} />
          </div>
        </Section>
      )}
      {maps.length > 0 && (
        <Section title="Average maps under the mask">
          <GroupMaps groups={maps} show="mean" mask={name} />
        </Section>
      )}
      {comparison !== null && (
        <Section title="The groups under the mask" folds="closed">
          <div className={styles.busy} aria-busy={comparing}>
            <RecognitionTable comparison={comparison} mask={name} />
            <HeatTable comparison={comparison} mask={name} />
            <DifferenceTables comparison={comparison} mask={name} />
          </div>
        </Section>
      )}
    </>
  );
}
