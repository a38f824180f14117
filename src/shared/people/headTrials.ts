import type { Region } from '../face';
import type { PersonRate } from '../statistics/rateInterval';
import { compareGroupNames } from './groupOrder';
import { perRegion } from './quantities';
import type { HeadKind, HeldOutView } from './trainingStudy';

/** One held-out photo in one view, asked of one head. */
export interface HeadTrial {
  readonly head: HeadKind;
  readonly view: HeldOutView;
  /** Which held-out photo, or changed copy; and the photo that it is or comes from. */
  readonly photo: string;
  readonly source: string;
  readonly person: string;
  readonly group: string | null;
  /** Whether the own name comes first. */
  readonly right: boolean;
  /** Of the own name. */
  readonly probability: number;
  /** Heat of the own name's map. */
  readonly regions: Readonly<Record<Region, number>>;
}

/** One person's trials averaged. */
export interface Averages {
  readonly photos: number;
  readonly right: number;
  readonly probability: number;
  readonly regions: Readonly<Record<Region, number>>;
}

/** Changed copies of one photo count as photos of their person. */
export function byPerson(trials: readonly HeadTrial[]): ReadonlyMap<string, Averages> {
  return new Map(
    distinct(trials.map(({ person }) => person)).map((person) => {
      const own = trials.filter((trial) => trial.person === person);
      const mean = (value: (trial: HeadTrial) => number) =>
        own.reduce((sum, trial) => sum + value(trial), 0) / own.length;
      return [
        person,
        {
          photos: own.length,
          right: mean(({ right }) => Number(right)),
          probability: mean(({ probability }) => probability),
          regions: perRegion((region) => mean((trial) => trial.regions[region])),
        },
      ];
    }),
  );
}

export const ratesOf = (people: readonly Averages[]): readonly PersonRate[] =>
  people.map(({ right, photos }) => ({ share: right, photos }));

/** Groups of trials, in the order of all tables. */
export const groupsOf = (trials: readonly Pick<HeadTrial, 'group'>[]): readonly string[] =>
  [...distinct(trials.flatMap(({ group }) => group ?? []))].sort(compareGroupNames);

export const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];
