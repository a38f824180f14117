import { Switch } from '@base-ui/react/switch';
import styles from './Toggle.module.css';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
}

/** Something that is on or off. */
export function Toggle({ label, checked, onChange, hint }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch renders the control inside the label
    <label className={styles.row} title={hint}>
      <Switch.Root className={styles.track} checked={checked} onCheckedChange={onChange}>
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
      {label}
    </label>
  );
}
