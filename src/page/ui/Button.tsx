import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { joinClasses } from './joinClasses';

interface Props extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
}

/** A button with words; `quiet` has no frame until it is pointed at. */
export function Button({ look = 'plain', icon, className, children, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={joinClasses(styles.button, styles[look], className)}>
      {icon}
      {children}
    </button>
  );
}
