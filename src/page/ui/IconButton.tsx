import type { ComponentProps, ReactNode } from 'react';
import { Button } from './Button';
import styles from './Button.module.css';
import { joinClasses } from './joinClasses';
import { Tip } from './Tip';

interface Props extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  readonly label: string;
  readonly icon: ReactNode;
  readonly look?: 'plain' | 'primary' | 'quiet';
}

/** A button that is only a picture; its label is spoken and shown as a tip. */
export function IconButton({ label, icon, look = 'quiet', className, ...rest }: Props) {
  return (
    <Tip text={label}>
      <Button {...rest} look={look} aria-label={label} icon={icon} className={joinClasses(styles.square, className)} />
    </Tip>
  );
}
