import { decisionOf } from './processed.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { leadsTo, type Processing, type ProcessingOutcome } from './processing.ts';
import { acceptedDuplicates, refusedAsRepeated } from './repeated-documents.ts';
import { selectedLines, withLines } from './selected-lines.ts';
import { writeValues } from './write-values.ts';

/**
 * Oppdater fakturaverdier (C028): the suggested values go into the order lines that were asked for, or into all that are
 * not received; nothing is received. The document is in progress (2).
 */
export function updateValues(processing: Processing): ProcessingOutcome {
  const { stored } = processing.facts;
  const lines = selectedLines(stored.result, processing.request.lines);
  if (isRefusal(lines)) return lines;
  const repeated = refusedAsRepeated(processing);
  if (repeated !== undefined) return repeated;
  const changes = writeValues(processing, lines);
  if (isRefusal(changes)) return changes;
  const keys = new Set(lines.map(({ key }) => key));
  return decisionOf(processing, {
    result: withLines(stored.result, (line, key) => (keys.has(key) ? { ...line, valuesUpdated: true } : line)),
    status: leadsTo(processing, 'update'),
    rule: 'C028',
    details: { lines: [...keys], ...acceptedDuplicates(processing) },
    changes,
  });
}
