import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import { RECORD_LIMITS } from '../records/record-limits.table.ts';
import { CsvCells } from './csv-cells.ts';
import { csvWriting } from './csv-records.ts';

/** Stops reading at the first line, or at what is none. */
class Enough extends Error {}

/** The names in the first line of a file that begins like this: to tell whose file it is. Empty where there is no such line. */
export function csvHeader(beginning: string, format: MappingFormat): string[] {
  let names: string[] = [];
  const enough = (): never => {
    throw new Enough();
  };
  const cells = new CsvCells(
    csvWriting(format),
    {
      row: (row) => {
        names = row.cells.map(({ text }) => text.trim());
        enough();
      },
      unclosed: enough,
      tooLong: enough,
    },
    { characters: RECORD_LIMITS.lineCharacters, columns: RECORD_LIMITS.columns },
  );
  try {
    cells.write(beginning);
    cells.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return names;
}
