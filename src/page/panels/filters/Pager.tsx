import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '../../ui/IconButton';
import styles from './Pager.module.css';

interface Props {
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly onTurn: (direction: -1 | 1) => void;
}

/** Which filters are in view, and the way to the next ones. */
export function Pager({ first, last, total, onTurn }: Props) {
  return (
    <nav className={styles.pager} aria-label="Pages of filters">
      <IconButton
        label="Previous filters"
        icon={<ChevronLeft aria-hidden />}
        disabled={first === 0}
        onClick={() => onTurn(-1)}
      />
      <span className={styles.range}>
        {first}–{last} of {total}
      </span>
      <IconButton
        label="Next filters"
        icon={<ChevronRight aria-hidden />}
        disabled={last >= total - 1}
        onClick={() => onTurn(1)}
      />
    </nav>
  );
}
