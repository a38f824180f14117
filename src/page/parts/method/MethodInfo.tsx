import { Popover } from '@base-ui/react/popover';
import { Info } from 'lucide-react';
import type { MethodInfo as Method } from '../../../shared/methods';
import { IconButton } from '../../ui/IconButton';
import popup from '../../ui/Popup.module.css';
import styles from './MethodInfo.module.css';
import { symbolsOf } from './symbolsOf';

/** What a method does, its formula and its paper. */
export function MethodInfo({ method }: { readonly method: Method }) {
  const { title, formula, meaning, paper, link } = method;
  const symbols = symbolsOf(formula);
  return (
    <Popover.Root>
      <Popover.Trigger render={<IconButton label={`About ${title}`} icon={<Info aria-hidden />} />} />
      <Popover.Portal>
        <Popover.Positioner className={popup.positioner} sideOffset={8} align="end">
          <Popover.Popup className={styles.info}>
            <Popover.Title className={styles.title}>{title}</Popover.Title>
            <Popover.Description>{meaning}</Popover.Description>
            <p className={styles.formula}>{formula}</p>
            {symbols !== '' && <p className={styles.symbols}>{symbols}</p>}
            <p>
              <a href={link} target="_blank" rel="noopener noreferrer">
                {paper}
              </a>
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
