import { type PersonColumn, type PhotoColumn, peopleViewStore, type RowOrder } from '../../../state/peopleView';

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

/** Selects photos beside those that are; takes them out where they all are. */
export function toggleAll(ids: readonly string[]): void {
  peopleViewStore.setState(({ selected }) => {
    const next = new Set(selected);
    const all = ids.every((id) => selected.has(id));
    for (const id of ids) {
      if (all) next.delete(id);
      else next.add(id);
    }
    return { selected: next };
  });
}

/** Sorts by a column; a second time the other way round. */
export const orderBy = (column: PhotoColumn): void =>
  peopleViewStore.setState(({ order }) => ({ order: turned(order, column) }));

export const orderPersonsBy = (column: PersonColumn): void =>
  peopleViewStore.setState(({ personOrder }) => ({ personOrder: turned(personOrder, column) }));

const turned = <Column extends string>(order: RowOrder<Column>, column: Column): RowOrder<Column> => ({
  column,
  direction: order.column === column && order.direction === 'ascending' ? 'descending' : 'ascending',
});
