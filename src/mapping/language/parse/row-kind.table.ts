import type { MappingRow } from '../../../domain/mapping-file.generated.ts';

export type Direction = 'in' | 'out';
type Key = keyof MappingRow;

/** What a row does, told by the one key that says where its values come from. */
export interface RowKind {
  /** What it makes, in words. */
  makes: string;
  needs: readonly Key[];
  may: readonly Key[];
  /** Left out: both. */
  only?: Direction;
}

/** The kinds of rows, each with the keys that it has to have and may have beside `when`. */
export const ROW_KINDS = {
  from: { makes: 'one value', needs: ['to'], may: ['convert', 'lookup', 'default', 'optional', 'firstCounts', 'as'] },
  value: { makes: 'one value', needs: ['to'], may: ['convert', 'lookup', 'default', 'optional', 'as'] },
  at: { makes: 'a group', needs: ['to', 'rows'], may: ['needs', 'optional', 'firstCounts', 'as'] },
  each: { makes: 'a list', needs: ['to', 'rows'], may: ['needs', 'optional', 'as'] },
  texts: {
    makes: 'a list of texts',
    needs: ['to'],
    may: ['convert', 'lookup', 'distinct', 'join', 'default', 'optional', 'as'],
  },
  split: {
    makes: 'two lists',
    needs: ['by', 'whenTrue', 'whenFalse', 'rows'],
    may: ['convert', 'optional'],
    only: 'in',
  },
  use: { makes: 'the rows of a part', needs: [], may: [] },
} as const satisfies Partial<Record<Key, RowKind>>;

export type RowKindName = keyof typeof ROW_KINDS;
export const ROW_KIND_NAMES = Object.keys(ROW_KINDS) as RowKindName[];

/** Keys of rows that hold in one direction only. */
export const ONE_WAY_KEYS: Partial<Record<Key, Direction>> = { as: 'out' };
