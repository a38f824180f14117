import { useMemo } from 'react';
import type { MeasuredPhoto, StudyPhoto } from '../../../../shared/people';
import { spellingsOf } from '../../../../shared/people/spellings';
import { list } from '../../../../shared/people/verdicts';
import { joinSpellings } from '../../../flows/people/joinSpellings';
import { notifyError } from '../../../state/notices';
import { Button } from '../../../ui/Button';
import styles from './Side.module.css';

interface Props {
  readonly photos: readonly StudyPhoto[];
  readonly measured: ReadonlyMap<string, MeasuredPhoto>;
}

/** Persons whose names differ only in case: said, for they count as several, and joined with one press. */
export function SpellingsList({ photos, measured }: Props) {
  const found = useMemo(() => spellingsOf(photos, measured), [photos, measured]);
  return found.map((one) => (
    <div key={JSON.stringify(one)} className={styles.box} role="note">
      <p>
        {list(one.names.map((name) => `“${name}”`))}
        {one.group !== null && ` in ${one.group}`} count as {one.names.length} persons.
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => void joinSpellings(one).catch(notifyError)}>Make them one: {one.names[0]}</Button>
      </div>
    </div>
  ));
}
