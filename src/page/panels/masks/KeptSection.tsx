import type { ComponentProps } from 'react';
import { maskViewStore } from '../../state/maskView';
import { useStore } from '../../state/useStore';
import { Section } from '../../ui/Section';

interface Props extends Omit<ComponentProps<typeof Section>, 'folds' | 'onFold'> {
  readonly folds: 'open' | 'closed';
}

/** A section that is as it was left when the bench is opened again. */
export function KeptSection({ folds, ...rest }: Props) {
  const { title } = rest;
  const open = useStore(maskViewStore, (view) => view.open.get(title) ?? folds === 'open');
  const keep = (next: boolean) => maskViewStore.setState((view) => ({ open: new Map(view.open).set(title, next) }));
  return <Section {...rest} folds={open ? 'open' : 'closed'} onFold={keep} />;
}
