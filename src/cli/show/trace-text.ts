import type { Place } from '../../domain/documents.generated.ts';
import type { TraceStep } from '../../mapping/language/mapping-set.ts';
import type { RecordTrace } from '../../service/mapping-tools/run-mapping.ts';
import type { Terminal } from '../terminal.ts';
import { wrapped } from '../text-table.ts';
import { valueText } from './value-text.ts';

/** For each field of each record: its value, where that stood and as what, each conversion, and the line of the mapping. */
export function traceText(traces: readonly RecordTrace[], terminal: Pick<Terminal, 'paint' | 'width'>): string {
  return traces
    .map(({ at, steps }, index) => {
      const head = at === null ? 'Fields of the file' : `Record ${index + 1} at ${placeWords(at)}`;
      return [terminal.paint('title', head), ...steps.map((step) => stepText(step, terminal))].join('\n');
    })
    .join('\n\n');
}

function stepText(
  { to, row, source, raw, steps, result, note }: TraceStep,
  { paint, width }: Pick<Terminal, 'paint' | 'width'>,
): string {
  const value = result === undefined ? paint('faint', '(left out)') : cut(result);
  const way = [
    ...(source === undefined ? [] : [`${placeWords(source)}${raw === undefined ? '' : ` has ${valueText(raw)}`}`]),
    ...steps.map((step) => `${step.step} gives ${cut(step.result)}`),
    ...(note === undefined ? [] : [note]),
  ];
  const line = `${row.file ?? ''}:${row.line ?? 1}`;
  return `  ${paint('code', to)} = ${value}\n${wrapped(`${way.length === 0 ? '' : `${way.join(', ')}; `}${line}`, width, '      ')}`;
}

function placeWords({ line, column, path }: Place): string {
  const position = [line, column].filter((part) => part !== undefined).join(':');
  return [position, path ?? ''].filter((part) => part !== '').join(' ');
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
