import type { LayerInfo } from '../../../shared/network';
import { formatCount, formatShape } from '../../ui/format';
import styles from './LayerList.module.css';

interface Props {
  readonly id: string;
  readonly layer: LayerInfo;
  /** Pixels from the list's top. */
  readonly top: number;
  /** From 1. */
  readonly position: number;
  readonly count: number;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly onChoose: () => void;
}

/** One layer: name, type, output shape, parameters. Layers without filters are listed, but cannot be shown. */
export function LayerRow({ id, layer, top, position, count, chosen, active, onChoose }: Props) {
  const shape = formatShape(layer.outputShape);
  const parameters = formatCount(layer.parameters);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box handles the keyboard for all its options
    // biome-ignore lint/a11y/useFocusableInteractive: the list box keeps the focus and names its active option
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={layer.filters === 0}
      aria-setsize={count}
      aria-posinset={position}
      className={styles.row}
      data-active={active}
      style={{ translate: `0 ${top}px` }}
      onClick={onChoose}
    >
      <span className={styles.name}>{layer.name}</span> <span className={styles.kind}>{layer.kind}</span>{' '}
      <span className={styles.shape}>
        <span className="visually-hidden">output </span>
        {shape}
      </span>{' '}
      <span className={styles.parameters}>
        {parameters}
        <span className="visually-hidden"> parameters</span>
      </span>
    </div>
  );
}
