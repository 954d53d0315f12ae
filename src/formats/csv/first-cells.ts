import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import { RECORD_LIMITS } from '../records/record-limits.table.ts';
import { CsvCells } from './csv-cells.ts';
import { csvWriting } from './csv-records.ts';
import type { CsvHandler } from './csv-row.ts';

/** Ends the reading: nothing more is asked of the text. */
const ENOUGH = Symbol('enough');

/** The cells of the first line of a text, behind lines that are left out and comments; none where it cannot be read. */
export function firstCells(beginning: string, format: MappingFormat): readonly string[] {
  let first: readonly string[] = [];
  const stop = (): never => {
    throw ENOUGH;
  };
  const handler: CsvHandler = {
    row: ({ cells }) => {
      first = cells.map(({ text }) => text);
      stop();
    },
    unclosed: stop,
    tooLong: stop,
  };
  const { lineCharacters: characters, columns } = RECORD_LIMITS;
  try {
    const cells = new CsvCells(csvWriting(format), handler, { characters, columns });
    cells.write(beginning);
    cells.end();
  } catch (stopped) {
    if (stopped !== ENOUGH) throw stopped;
  }
  return first;
}
