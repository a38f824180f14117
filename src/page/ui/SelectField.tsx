import { Select } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { joinClasses } from './joinClasses';
import popup from './Popup.module.css';
import styles from './SelectField.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly detail?: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  /** The label is spoken only. */
  readonly hideLabel?: boolean;
  readonly className?: string | undefined;
}

/** A labelled choice of one among a few. */
export function SelectField<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, hideLabel = false, className } = props;
  return (
    <Select.Root
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      value={value}
      onValueChange={(next: Value | null) => next !== null && next !== value && onChange(next)}
    >
      <div className={joinClasses(styles.row, className)}>
        <Select.Label className={hideLabel ? 'visually-hidden' : styles.label}>{label}</Select.Label>
        <Select.Trigger className={styles.trigger}>
          <Select.Value className={styles.value} />
          <Select.Icon className={styles.icon}>
            <ChevronsUpDown size={14} aria-hidden />
          </Select.Icon>
        </Select.Trigger>
      </div>
      <Select.Portal>
        <Select.Positioner
          role="region"
          aria-label={`${label}: choices`}
          className={popup.positioner}
          sideOffset={4}
          alignItemWithTrigger={false}
        >
          <Select.Popup className={popup.popup}>
            <Select.List>{options.map(optionItem)}</Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}

function optionItem(option: Option<string>) {
  return (
    <Select.Item key={option.value} value={option.value} className={popup.item}>
      <span className={popup.mark}>
        <Select.ItemIndicator>
          <Check aria-hidden />
        </Select.ItemIndicator>
      </span>
      <span>
        <Select.ItemText>{option.label}</Select.ItemText>
        {option.detail !== undefined && <span className={popup.detail}>{option.detail}</span>}
      </span>
    </Select.Item>
  );
}
