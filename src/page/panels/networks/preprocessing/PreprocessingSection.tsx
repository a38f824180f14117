import { useState } from 'react';
import { commonOf, samePreprocessing } from '../../../intake/commonPreprocessings';
import { guessOf } from '../../../intake/guessOf';
import type { NetworkEntry } from '../../../state/networks';
import { Button } from '../../../ui/Button';
import { describePreprocessing } from '../../../ui/describePreprocessing';
import { Section } from '../../../ui/Section';
import { ChangeForm } from './ChangeForm';

import { InputCheckPart } from './InputCheckPart';
import styles from './Preprocessing.module.css';

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
        <p className={styles.reason}>{reason(entry)}</p>
      </div>
      {own && changing && <ChangeForm entry={entry} onClose={() => setChanging(false)} />}
      {loaded !== null && <InputCheckPart entry={entry} loaded={loaded} />}
    </Section>
  );
}

/** Who says so. */
function reason(entry: NetworkEntry): string {
  const { spec, loaded } = entry;
  if (spec.source.format !== 'files') return 'As the code does it that published the network.';
  const guess = guessOf(entry);
  const named = commonOf(spec.preprocessing)?.title;
  const which = named === undefined ? '' : `${named}. `;
  if (loaded === null) return which;
  if (samePreprocessing(guess.preprocessing, spec.preprocessing)) return `${which}Guessed ${guess.reason}.`;
  return `${which}Set by hand, or by who offers it. The guess would be ${commonOf(guess.preprocessing)?.title}, ${guess.reason}.`;
}
