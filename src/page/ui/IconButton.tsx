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

/**
 * A button that is only a picture; its label is spoken and shown as a tip. Disabled, it keeps the focus: a keyboard
 * that turns to the last page does not lose its place.
 */
export function IconButton({ label, icon, look = 'quiet', className, disabled = false, onClick, ...rest }: Props) {
  return (
    <Tip text={label}>
      <Button
        {...rest}
        look={look}
        aria-label={label}
        aria-disabled={disabled}
        onClick={disabled ? undefined : onClick}
        icon={icon}
        className={joinClasses(styles.square, className)}
      />
    </Tip>
  );
}
