import type { PeopleRow } from '../calls/peopleCalls';
import type { Quantity } from '../people';
import { readQuantity } from './quantities';

/** The photos of one person in one group. */
export interface Person {
  readonly person: string;
  readonly rows: readonly PeopleRow[];
}

/** People by group, groups and people in the order in which they first come; photos in no group are left out. */
export function peopleByGroup(rows: readonly PeopleRow[]): ReadonlyMap<string, readonly Person[]> {
  const groups = new Map<string, Map<string, PeopleRow[]>>();
  for (const row of rows) {
    if (row.group === null) continue;
    const people = groups.get(row.group) ?? new Map<string, PeopleRow[]>();
    groups.set(row.group, people.set(row.person, [...(people.get(row.person) ?? []), row]));
  }
  return new Map(
    [...groups].map(([group, people]) => [group, [...people].map(([person, own]) => ({ person, rows: own }))]),
  );
}

/** A person's photos averaged: of those where the quantity can be told. */
export interface PersonMean {
  readonly mean: number;
  readonly photos: number;
}

/**
 * One value a person: the person's photos averaged first, so that who comes with many photos counts no more than who
 * comes with one, and so that what is resampled and permuted is independent. Persons of whom nothing can be told are
 * left out.
 */
export function personMeans(people: readonly Person[], quantity: Quantity): readonly PersonMean[] {
  return people.flatMap(({ rows }) => {
    const values = rows.map((row) => readQuantity(row, quantity)).filter((value) => value !== null);
    if (values.length === 0) return [];
    return [{ mean: values.reduce((sum, value) => sum + value, 0) / values.length, photos: values.length }];
  });
}
