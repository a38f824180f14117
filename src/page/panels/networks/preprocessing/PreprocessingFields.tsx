import { useState } from 'react';
import type { Preprocessing } from '../../../../shared/network';
import { commonOf, commonPreprocessings } from '../../../intake/commonPreprocessings';
import { NumberField } from '../../../ui/NumberField';
import { type Option, SelectField } from '../../../ui/SelectField';
import styles from './Preprocessing.module.css';

interface Props {
  readonly value: Preprocessing;
  readonly onChange: (value: Preprocessing) => void;
}

const ownId = 'own';
const commonFor = (grey: boolean): readonly Option<string>[] => [
  ...commonPreprocessings
    .filter(({ preprocessing }) => (preprocessing.order === 'grey') === grey)
    .map(({ id, title, detail }) => ({ value: id, label: title, detail })),
  { value: ownId, label: 'Its own', detail: 'as set below' },
];
const orders: readonly Option<Preprocessing['order']>[] = [
  { value: 'rgb', label: 'RGB' },
  { value: 'bgr', label: 'BGR', detail: 'as in Caffe and OpenCV' },
];

/**
 * What is done to a pixel before the network sees it: one of the common ways, or numbers of one's own. Whether it is
 * grey, the network's channels say.
 */
export function PreprocessingFields({ value, onChange }: Props) {
  /** How often a common way was chosen: it puts every field right, also one with text that is no number. */
  const [chosen, setChosen] = useState(0);
  const choose = (id: string) => {
    const found = commonPreprocessings.find((one) => one.id === id);
    if (found === undefined) return;
    setChosen(chosen + 1);
    onChange(found.preprocessing);
  };
  const grey = value.order === 'grey';
  const mean = (channel: number, changed: number) =>
    onChange({ ...value, mean: value.mean.map((old, c) => (c === channel || grey ? changed : old)) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out on the grid
    <div role="group" aria-label="Preprocessing" className={styles.form}>
      <SelectField
        label="Trained on"
        value={commonOf(value)?.id ?? ownId}
        options={commonFor(grey)}
        onChange={choose}
      />
      {!grey && (
        <SelectField
          label="Channel order"
          value={value.order}
          options={orders}
          onChange={(order) => onChange({ ...value, order })}
        />
      )}
      {(grey ? ['grey'] : [...value.order.toUpperCase()]).map((channel, c) => (
        <NumberField
          key={`${channel} ${chosen}`}
          label={`Mean of ${channel}`}
          value={value.mean[c] ?? 0}
          min={0}
          max={255}
          onCommit={(changed) => mean(c, changed)}
        />
      ))}
      <NumberField
        key={`divisor ${chosen}`}
        label="Divided by"
        hint="Pixels minus the mean are divided by this: 255 gives values from 0 to 1."
        value={Number((1 / value.scale).toPrecision(6))}
        min={0.0001}
        max={65_535}
        onCommit={(divisor) => onChange({ ...value, scale: 1 / divisor })}
      />
    </div>
  );
}
