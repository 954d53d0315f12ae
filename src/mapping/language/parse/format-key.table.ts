import type { MappingClaims, MappingFormat } from '../../../domain/mapping-file.generated.ts';
import type { Direction } from './row-kind.table.ts';

type Format = MappingFormat['format'];

/** Where a key of `source` or `target` has a meaning; left out: everywhere. */
export interface KeyScope {
  formats?: readonly Format[];
  only?: Direction;
}

export const FORMAT_KEYS: Partial<Record<keyof MappingFormat, KeyScope>> = {
  each: { only: 'in' },
  envelope: { formats: ['xml'], only: 'in' },
  separator: { formats: ['csv'] },
  quote: { formats: ['csv'] },
  header: { formats: ['csv'] },
  columns: { formats: ['csv', 'visma-import'] },
  groupBy: { formats: ['csv', 'fixed-width'], only: 'in' },
  skipLines: { formats: ['csv', 'fixed-width'], only: 'in' },
  comment: { formats: ['csv'], only: 'in' },
  recordType: { formats: ['csv', 'fixed-width'] },
  records: { formats: ['csv', 'fixed-width'] },
  fields: { formats: ['fixed-width'] },
  lineLength: { formats: ['fixed-width'] },
  tables: { formats: ['visma-import'] },
  before: { formats: ['visma-import'] },
  root: { formats: ['xml'], only: 'out' },
  lineEnd: { only: 'out' },
  ending: { only: 'out' },
};

/** Where a key of `claims` has a meaning. */
export const CLAIM_KEYS: Partial<Record<keyof MappingClaims, KeyScope>> = {
  name: { only: 'in' },
  root: { formats: ['xml'], only: 'in' },
  header: { formats: ['csv'], only: 'in' },
  begins: { only: 'in' },
  where: { formats: ['xml', 'json'], only: 'in' },
  priority: { only: 'in' },
};

/** The folders that files come from, and those that they go to. */
export const CHANNELS: Readonly<Record<Direction, readonly MappingClaims['channel'][]>> = {
  in: ['epack', 'visma', 'visma-refusals', 'invoices', 'bank', 'commands'],
  out: ['visma', 'epack', 'suppliers', 'acknowledgements'],
};
