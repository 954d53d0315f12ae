import type { ConverterRow } from '../../mapping/language/values/converter.ts';
import { CONVERTERS } from '../../mapping/language/values/converter.table.ts';
import { converterStep } from '../../mapping/language/values/converter-step.ts';
import { code, page, table, yamlValue } from './markdown.ts';

/** converters.md: every converter of mapping files. */
export function converterPage(): string {
  return page(
    'Converters',
    'What `convert` in a row of a mapping file can say: a name, or a name with its arguments, or a list of them, which are done one after the other. A converter that names how something is written (decimal, integer, date, instant, boolean, flag, code) reads it so in a mapping in, and writes it so in a mapping out. Every other one does what its name says, whichever way the mapping goes. A value that does not fit is refused, never guessed at and never cut. A value of only blanks is nothing.',
    table(
      ['Converter', 'What it does', 'Arguments', 'Example', 'In the file', 'In the document', 'In a mapping out'],
      Object.entries(CONVERTERS).map(([name, row]) => [
        code(name),
        row.does,
        argumentsOf(row),
        code(`convert: ${yamlValue(row.example.convert)}`),
        code(row.example.file),
        code(JSON.stringify(row.example.document)),
        row.out ?? wayOut(row),
      ]),
    ),
  );
}

function argumentsOf(row: ConverterRow): string {
  return Object.entries(row.arguments)
    .map(([name, { says, required }]) => {
      const marks = [...(required === true ? ['required'] : []), ...(row.alone === name ? ['may stand alone'] : [])];
      return `${code(name)}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}: ${says}`;
    })
    .join(' ');
}

function wayOut(row: ConverterRow): string {
  const step = converterStep(row.example.convert as never, { format: 'json' }, 'out');
  if (!('made' in step)) return 'Only reads.';
  const written = step.made.out(row.example.document, { format: { format: 'json' }, timeZone: 'Europe/Oslo' });
  return 'value' in written && written.value === row.example.file ? 'Writes it so.' : 'The same.';
}
