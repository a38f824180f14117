import { useState } from 'react';
import type { NetworkEntry } from '../../../state/networks';
import { Button } from '../../../ui/Button';
import { describePreprocessing } from '../../../ui/describePreprocessing';
import { Section } from '../../../ui/Section';
import { ChangeForm } from './ChangeForm';

import { InputCheckPart } from './InputCheckPart';
import styles from './Preprocessing.module.css';
import { whoSays } from './whoSays';

/** What is done to a pixel before the network sees it, why, and whether that is right. */
export function PreprocessingSection({ entry }: { readonly entry: NetworkEntry }) {
  const { spec, loaded } = entry;
  const [changing, setChanging] = useState(false);
  const own = spec.source.format === 'files';
  return (
    <Section
      title="Preprocessing"
      aside={
        own &&
        !changing && (
          <Button onClick={() => setChanging(true)} disabled={loaded === null}>
            Change
          </Button>
        )
      }
    >
      <div>
        <p className={styles.sentence}>{describePreprocessing(spec.preprocessing)}</p>
        <p className={styles.reason}>{whoSays(entry)}</p>
      </div>
      {own && changing && <ChangeForm entry={entry} onClose={() => setChanging(false)} />}
      {loaded !== null && <InputCheckPart entry={entry} loaded={loaded} />}
    </Section>
  );
}
