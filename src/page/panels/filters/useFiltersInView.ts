import { useMemo } from 'react';
import { pageFilters, tileCount } from '../../state/pageProgress';
import { pageSize, selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { useCurrentLayer } from './useCurrentLayer';

/** The filters on the grid's page. */
export function useFiltersInView(): readonly number[] {
  const pageStart = useStore(selectionStore, (selection) => selection.pageStart);
  const objective = useStore(selectionStore, (selection) => selection.settings.objective);
  const count = tileCount(useCurrentLayer()?.filters ?? 0, objective);
  return useMemo(() => pageFilters(pageStart, count, pageSize), [pageStart, count]);
}
