import { useState } from 'react';
import { removeLabels } from '../../../flows/networks/removeLabels';
import { Button } from '../../../ui/Button';
import { AddLabels } from './AddLabels';
import styles from './Detail.module.css';

interface Props {
  readonly network: string;
  readonly labels: readonly string[];
  /** Whether the labels say anything. */
  readonly named: boolean;
  /** A network of the user's own, whose names can be changed. */
  readonly own: boolean;
  /** Whether its names came from a file of labels, and can be taken away again. */
  readonly given: boolean;
}

/** The names of a network's classes, to be read, given and taken away. */
export function ClassNames({ network, labels, named, own, given }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className={styles.nameButtons}>
        {named && (
          <Button look="quiet" className={styles.labels} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Fold the names' : 'Read the names'}
          </Button>
        )}
        {own && <AddLabels network={network} named={named} />}
        {given && (
          <Button look="quiet" className={styles.labels} onClick={() => void removeLabels(network)}>
            Take the names away
          </Button>
        )}
      </span>
      {open && named && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list of thousands of names is scrolled with the keys
        <ol className={styles.names} start={0} aria-label="Names of the classes" tabIndex={0}>
          {labels.map((label, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class
            <li key={i} value={i}>
              {label}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
