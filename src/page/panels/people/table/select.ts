import { type PhotoColumn, peopleViewStore } from '../../../state/peopleView';

/** Selects a photo, or takes it out of the selection. */
export function toggleSelected(id: string): void {
  peopleViewStore.setState(({ selected }) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    return { selected: next };
  });
}

/** Selects these photos; none where they are all selected. */
export function selectAll(ids: readonly string[]): void {
  peopleViewStore.setState(({ selected }) => {
    const all = ids.length > 0 && ids.every((id) => selected.has(id));
    return { selected: new Set(all ? [] : ids) };
  });
}

/** Sorts by a column; a second time the other way round. */
export function orderBy(column: PhotoColumn): void {
  peopleViewStore.setState(({ order }) => ({
    order: {
      column,
      direction: order.column === column && order.direction === 'ascending' ? 'descending' : 'ascending',
    },
  }));
}
