import { createStore } from 'zustand/vanilla';
import type { Region } from '../../shared/face';
import type { MaskStroke } from '../../shared/mask';
import type { KnownFace, StudySettings } from '../../shared/people';
import type { LevelRole } from '../../shared/people/folderLevels';

/** A photo that was added and is in no study yet. */
export interface DraftPhoto {
  /** File name with its folders; unique among the photos added. */
  readonly path: string;
  readonly file: File;
  readonly face?: KnownFace | undefined;
}

/** What the user says of a photo, by hand or by table; it goes before what its folders say. */
export interface Said {
  readonly person?: string | null;
  readonly group?: string | null;
}

/** A table of groups and how it fits the photos. */
export interface GroupsTable {
  readonly name: string;
  readonly matched: number;
  /** Lines without a photo, and lines that fit several. */
  readonly unmatched: readonly { readonly line: number; readonly file: string }[];
  readonly ambiguous: readonly { readonly line: number; readonly file: string }[];
  /** Photos without a line. */
  readonly missing: readonly string[];
}

export type PeopleTab = 'photos' | 'groups' | 'differences' | 'mask' | 'training';

export type PhotoColumn = 'file' | 'person' | 'group' | 'label' | 'probability' | Region;

export type PersonColumn = 'person' | 'group' | 'photos' | 'label' | 'recognised' | 'probability' | Region;

export interface RowOrder<Column extends string> {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

export type PhotoOrder = RowOrder<PhotoColumn>;
export type PersonOrder = RowOrder<PersonColumn>;

/** Which photos the table shows, or persons by their photos. */
export interface PhotoFilter {
  /** Words that stand in file, person, group or name, each of them somewhere. */
  readonly words: string;
  /** Null: of all groups; '' of none. */
  readonly group: string | null;
  readonly state: 'all' | 'wrong' | 'unknown' | 'failed';
}

/** A saved study that was opened: what to measure again, once its photos are added. */
export interface OpenedStudy {
  readonly name: string;
  readonly settings: StudySettings;
  readonly mask: { readonly name: string; readonly strokes: readonly MaskStroke[] } | null;
  readonly photos: number;
}

export interface Enrolling {
  readonly person: string | null;
  readonly group: string | null;
  readonly ids: readonly string[];
}

export interface PeopleView {
  readonly draft: readonly DraftPhoto[];
  /** What the levels of the draft's folders are, from the outermost. */
  readonly roles: readonly LevelRole[];
  readonly said: ReadonlyMap<string, Said>;
  readonly table: GroupsTable | null;
  readonly opened: OpenedStudy | null;
  /** What the user chose for the next study; the rest is the bench's own. */
  readonly wanted: Partial<StudySettings>;
  /** While folders are being read: files found so far are not known. */
  readonly collecting: boolean;
  readonly tab: PeopleTab;
  /** What the table has a row for. */
  readonly list: 'photos' | 'persons';
  readonly order: PhotoOrder;
  readonly personOrder: PersonOrder;
  readonly filter: PhotoFilter;
  /**
   * What lies below the groups' average maps: the mean face's outline, or the photos' mean; and the maps' opacity then.
   */
  readonly below: 'outline' | 'face';
  readonly opacity: number;
  /** In each list the row that had the focus last: there the keyboard begins again. */
  readonly cursor: Readonly<Record<PeopleView['list'], string | null>>;
  /** Who is about to be added to the gallery: the name, where there is one, the group, and ids of measured photos. */
  readonly enrolling: Enrolling | null;
  /** Ids of photos. */
  readonly selected: ReadonlySet<string>;
}

/** Over a mean face, unless the user sets another. */
export const mapOpacity = 0.7;

const everything: PhotoFilter = { words: '', group: null, state: 'all' };

/** Without photos; what is wanted of the next study stays. */
export const noPhotos = {
  draft: [],
  roles: [],
  said: new Map(),
  table: null,
  collecting: false,
  filter: everything,
  cursor: { photos: null, persons: null },
  enrolling: null,
  selected: new Set(),
} satisfies Partial<PeopleView>;

export const peopleViewStore = createStore<PeopleView>(() => ({
  ...noPhotos,
  opened: null,
  wanted: {},
  tab: 'photos',
  list: 'photos',
  order: { column: 'file', direction: 'ascending' },
  personOrder: { column: 'person', direction: 'ascending' },
  below: 'outline',
  opacity: mapOpacity,
}));
