import { describe, expect, it } from 'vitest';
import { whatNextText } from '../../src/cli/show/what-next-text.ts';
import { LANGUAGES } from '../../src/texts/text.ts';
import { shownInvoice } from '../support/shown-invoice.ts';
import { decided } from './decided-invoice.ts';

const ACTIONS = ['invoice match', 'invoice update', 'invoice receive', 'invoice link'];

const commandsOf = (
  lines: { sku?: string; name?: string; q: string; pr: string }[],
  language: (typeof LANGUAGES)[number],
) => {
  const { result, document } = decided({ lines });
  const shown = shownInvoice(result, document, { allowedActions: ACTIONS });
  const page = whatNextText(shown, {
    ...{ language, timeZone: 'Europe/Oslo', width: 400 },
    paint: (_tone: unknown, text: string) => text,
  });
  return [...page.matchAll(/- (ordrebro [^:]*):/g)].map(([, command]) => command);
};

describe('what to do about an invoice', () => {
  const TOO_DEAR = { sku: 'A-100', q: '10', pr: '130.00' };
  const UNKNOWN = { sku: 'X-1', q: '1', pr: '5.00' };

  it.each(LANGUAGES)('asks to receive it whole where all its lines have an order line, in %s', (language) => {
    expect(commandsOf([TOO_DEAR], language)).toEqual([
      'ordrebro invoice match doc1',
      'ordrebro invoice update doc1',
      'ordrebro invoice receive doc1',
      'ordrebro invoice link doc1 --line LINE --order ORDERNO/LINENO',
    ]);
  });

  it.each(LANGUAGES)('asks to receive by order line where a line has none: whole it is refused, in %s', (language) => {
    expect(commandsOf([TOO_DEAR, UNKNOWN], language)).toEqual([
      'ordrebro invoice match doc1',
      'ordrebro invoice update doc1',
      'ordrebro invoice receive doc1 --line ORDERNO/LINENO',
      'ordrebro invoice link doc1 --line LINE --order ORDERNO/LINENO',
    ]);
  });

  it('asks to receive charges that stand alone, whole: there is no order line to update', () => {
    expect(commandsOf([{ name: 'Frakt', q: '1', pr: '150.00' }], 'en')).toEqual([
      'ordrebro invoice match doc1',
      'ordrebro invoice receive doc1',
      'ordrebro invoice link doc1 --line LINE --order ORDERNO/LINENO',
    ]);
  });

  it('does not ask to receive or update where no order line is left', () => {
    expect(commandsOf([UNKNOWN], 'en')).toEqual([
      'ordrebro invoice match doc1',
      'ordrebro invoice link doc1 --line LINE --order ORDERNO/LINENO',
    ]);
  });
});
