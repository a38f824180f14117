import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { IconButton } from '../../ui/IconButton';
import styles from './LayersPane.module.css';

interface Props {
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** Arrow down: into the list. */
  readonly onDown: () => void;
  /** Enter: the first layer found that can be shown. */
  readonly onEnter: () => void;
}

/** The search among layers. Escape empties it, then leaves it; in a sheet the second one closes the sheet. */
export function LayerSearch({ query, onChange, onDown, onEnter }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape' && query !== '') onChange('');
    else if (event.key === 'Escape' && event.currentTarget.closest('[role="dialog"]') === null)
      event.currentTarget.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const clear = () => {
    onChange('');
    input.current?.focus();
  };
  return (
    <div className={styles.search}>
      <Search aria-hidden className={styles.icon} />
      <input
        ref={input}
        id="layer-search"
        type="search"
        className={styles.input}
        placeholder="Search layers"
        aria-label="Search layers by name or type"
        value={query}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={keys}
      />
      {query !== '' && (
        <IconButton className={styles.clear} label="Clear the search" icon={<X aria-hidden />} onClick={clear} />
      )}
      <kbd className={styles.key} aria-hidden>
        /
      </kbd>
    </div>
  );
}
