import type { Finding } from '../../domain/decision.ts';
import type { InMapping } from './mapping-set.ts';

/** A good file in which the mapping finds no record at all: somebody who sent it must not believe that something was taken in. */
export function noRecords({ source, name, file }: Pick<InMapping, 'source' | 'name' | 'file'>): Finding {
  const where = source.each === undefined ? 'behind its first lines' : `at ${source.each}`;
  return {
    code: 'EMPTY_FILE',
    severity: 'error',
    message: `The file has no records: there is nothing ${where} (${name}, ${file}).`,
    hint: 'Send it with its records, or leave it out where there are none. Where there are some, mend "each" or the record types of the mapping.',
    at: { line: 1, column: 1 },
  };
}
