import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/command.table.ts';
import { DELIVERY_STATUSES } from '../../src/domain/delivery-status.table.ts';
import { FAULTS } from '../../src/domain/fault.table.ts';
import { FILE_STATUSES } from '../../src/domain/file-status.table.ts';
import { LEARNED_LINK_STATUSES } from '../../src/domain/learned-link-status.table.ts';
import { ORDER_LINE_STATUSES } from '../../src/domain/order-line-status.table.ts';
import { ORDER_MATCH_STATUSES } from '../../src/domain/order-match-status.table.ts';
import { REASONS } from '../../src/domain/reason.table.ts';
import { CLARIFICATIONS } from '../../src/rules/order-match/invoice-response/clarification.table.ts';
import { MANDATORY_VALUES } from '../../src/rules/order-match/mandatory-value.table.ts';
import { explainCode, explanations } from '../../src/texts/explain-code.ts';
import { placeWords, reasonSentence } from '../../src/texts/reason-sentence.ts';
import { fill, LANGUAGES, TEXTS, text } from '../../src/texts/text.ts';

const COMMAND_NAMES = COMMANDS.map(({ name }) => name);

/** What suppliers are told: reasons in words of their own, and three sentences where no reason may be told. */
const RESPONSES = [
  ...Object.entries(CLARIFICATIONS).flatMap(([code, row]) => (row.inWordsOf === undefined ? [code] : [])),
  'MISSING_VALUE',
  'QUESTION',
  'REJECTED',
  'MORE',
];

const TABLES = {
  orderMatchStatus: Object.keys(ORDER_MATCH_STATUSES),
  fileStatus: Object.keys(FILE_STATUSES),
  deliveryStatus: Object.keys(DELIVERY_STATUSES),
  orderLineStatus: Object.keys(ORDER_LINE_STATUSES),
  learnedLinkStatus: Object.keys(LEARNED_LINK_STATUSES),
  reason: Object.keys(REASONS),
  response: RESPONSES,
  fault: Object.keys(FAULTS),
  mends: [...new Set(Object.values(FAULTS).map((row) => row.mends))],
  outcome: ['accepted', 'held', 'rejected', 'duplicate', 'partly-accepted'],
  severity: ['error', 'warning', 'note'],
};

/** All keys of a language down to the texts: `fault.DISK_FULL.title`. */
function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value as object, `${prefix}${key}.`),
  );
}

const placeholders = (template: string) => [...template.matchAll(/\{[^}]*\}/g)].map((match) => match[0]).sort();

describe.each(LANGUAGES)('texts in %s', (language) => {
  test.each(Object.entries(TABLES))('%s: every code has a text, and none is stale', (section, codes) => {
    const written = Object.keys(TEXTS[language][section] ?? {});
    // `CODE@place` is a sentence of its own for a code at one place.
    expect([...new Set(written.map((key) => key.split('@')[0]))].sort()).toEqual([...codes].sort());
  });

  test('every value that can be mandatory has a name', () => {
    const names = Object.keys(TEXTS[language]['field'] ?? {});
    expect(Object.keys(MANDATORY_VALUES).filter((name) => !names.includes(name))).toEqual([]);
  });

  test('has the keys and the placeholders of English', () => {
    expect(keysOf(TEXTS[language])).toEqual(keysOf(TEXTS.en));
    for (const section of Object.keys(TEXTS.en)) {
      for (const [key, entry] of Object.entries(TEXTS.en[section] ?? {})) {
        const own = TEXTS[language][section]?.[key];
        if (typeof entry === 'string')
          expect([key, ...placeholders(own as string)]).toEqual([key, ...placeholders(entry)]);
      }
    }
  });

  test('no text is empty, has doubled spaces or loose ends', () => {
    const all = keysOf(TEXTS[language]).map(
      (key) =>
        key
          .split('.')
          .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], TEXTS[language]) as string,
    );
    expect(all.filter((value) => value.trim() !== value || value === '' || /\s{2}/.test(value))).toEqual([]);
  });

  test.each([
    ...Object.keys(REASONS).map((code) => [code, 'reason'] as const),
    ...RESPONSES.map((code) => [code, 'response'] as const),
  ])('%s is a whole sentence with every choice of values (%s)', (code, section) => {
    const value = fc.option(fc.constantFrom('1010.00', 'X-1'), { nil: undefined });
    const at = fc.option(
      fc.constantFrom('1001/1', 'line:3', 'order:1001', 'supplier', 'order-number', 'lines', 'due-date', 'odd'),
      { nil: undefined },
    );
    fc.assert(
      fc.property(at, value, value, value, value, (place, expected, actual, allowed, setting) => {
        const given = Object.entries({ at: place, expected, actual, allowed, setting }).filter(
          ([, one]) => one !== undefined,
        );
        const sentence = reasonSentence(language, { code, ...Object.fromEntries(given) }, section);
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(sentence).not.toMatch(/[{}[\]]|\s{2}|undefined|\s[.,;:]/);
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['en', /’/],
  ['nb', /\b[Ff]irma|[Ss]tilet til|’/],
  ['nl', /voorregistratieboeking|[Tt]egenboeking|boekstukserie|boekingsbatch|\b[Pp]ersoon\b|’/],
] as const)('one thing has one word in %s', (language, otherWords) => {
  const all = keysOf(TEXTS[language]).map((key) => {
    const steps = key.split('.');
    return steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], TEXTS[language]) as string;
  });
  expect(all.filter((value) => otherWords.test(value))).toEqual([]);
});

test('nl: a fee is "kosten", a charge is "toeslag"', () => {
  const texts = TEXTS.nl;
  const fees = ['term.fee', 'field.fee', 'evidence.fee', 'reason.FEE_LIMIT', 'reason.FEE_BLOCKS_RECEIPT'];
  for (const key of fees) expect([key, text('nl', key)]).toEqual([key, expect.not.stringContaining('toeslag')]);
  for (const key of fees) expect(text('nl', key).toLowerCase()).toContain('kosten');
  for (const key of ['term.charge', 'field.charges', 'step.charge', 'reason.CHARGE_LIMIT'])
    expect([key, text('nl', key)]).toEqual([key, expect.stringContaining('toeslag')]);
  expect(JSON.stringify(texts['orderMatchStatus'])).not.toContain('toeslag');
});

/** A command with its placeholders and options; what follows it is a sentence's. */
const COMMAND = new RegExp(
  `ordrebro (?:${COMMANDS.map(({ name }) => name).join('|')})(?: (?:--[a-z-]+|[A-Z]+(?:[/=][A-Z]+)*))*`,
  'g',
);

test.each(['nb', 'nl'] as const)('commands are written one way: in %s as in English', (language) => {
  const commands = (texts: object): string[] =>
    Object.values(texts).flatMap((value) =>
      typeof value === 'string' ? [...value.matchAll(COMMAND)].map(([command]) => command) : commands(value),
    );
  expect(commands(TEXTS[language])).toEqual(commands(TEXTS.en));
});

describe('reasons in words', () => {
  const outside = {
    code: 'OUTSIDE_TOLERANCE',
    at: '1001/1',
    expected: '1000.00',
    actual: '1300.00',
    allowed: '50.00',
    setting: 'mappings/site.yaml company.toleranceAmount',
  };

  test('say the place, the figures and the setting', () => {
    expect(reasonSentence('en', outside)).toBe(
      'Order line 1001/1 is outside tolerance: the invoice has 1300.00, the order 1000.00; allowed is 50.00 (mappings/site.yaml company.toleranceAmount).',
    );
    expect(reasonSentence('nb', { code: 'ORDER_CANCELLED', at: 'order:1001' })).toBe('Ordre 1001 er annullert.');
    expect(reasonSentence('nl', { code: 'ORDER_CANCELLED', at: 'order:1001' })).toBe('Bestelling 1001 is geannuleerd.');
  });

  test('leave out what is not there', () => {
    expect(reasonSentence('en', { code: 'OUTSIDE_TOLERANCE', at: '1001/1' })).toBe(
      'Order line 1001/1 is outside tolerance.',
    );
    expect(reasonSentence('en', { code: 'MISSING_VALUE', at: 'line:2', expected: 'quantity' })).toBe(
      'The invoice does not state the quantity of invoice line 2.',
    );
    expect(reasonSentence('en', { code: 'MISSING_VALUE', at: 'due-date' })).toBe(
      'The invoice does not state the due date.',
    );
    expect(reasonSentence('en', { code: 'MISSING_VALUE', at: 'supplier' })).toContain('No known supplier');
  });

  test('a conflict of item numbers names what was used and what was not, and claims nothing of the order', () => {
    const at = 'line:1';
    expect(reasonSentence('en', { code: 'PRODUCT_CONFLICT_RESOLVED', at, expected: 'A', actual: 'C' })).toBe(
      'The item numbers on invoice line 1 name different products; the one on the order was used: A, not C.',
    );
    expect(reasonSentence('en', { code: 'PRODUCT_CONFLICT', at, actual: 'A, C' })).toBe(
      'The item numbers on invoice line 1 name different products: A, C.',
    );
    expect(reasonSentence('nb', { code: 'PRODUCT_CONFLICT', at, actual: 'A, C' })).toBe(
      'Varenumrene på fakturalinje 1 peker på ulike produkter: A, C.',
    );
    expect(reasonSentence('nl', { code: 'PRODUCT_CONFLICT', at: '1001/2', expected: 'B', actual: 'A' })).toBe(
      'Op orderregel 1001/2 staat een ander product: B, niet A; laat het product weg, of noem de orderregel van dat product.',
    );
  });

  test.each([
    ['en', 'credit note', 'rejected already'],
    ['nb', 'kreditnota', 'avvist allerede'],
    ['nl', 'creditnota', 'al afgewezen'],
  ] as const)(
    '%s: only what was received is put right by a credit note, a second rejection is not',
    (language, credit, already) => {
      const refusal = (actual: string) => reasonSentence(language, { code: 'ACTION_REFUSED', at: 'reject', actual });
      for (const received of ['1', '5']) expect(refusal(received)).toContain(credit);
      expect(refusal('6')).not.toContain(credit);
      expect(refusal('6')).toContain(already);
    },
  );

  test('values are never read as templates', () => {
    expect(reasonSentence('en', { ...outside, actual: '[{expected}]' })).toContain('the invoice has [{expected}],');
  });

  test('a code of another version is shown as it stands', () => {
    expect(reasonSentence('en', { code: 'FROM_LATER', at: '1001/1' })).toBe('FROM_LATER 1001/1');
    expect(placeWords('en', undefined)).toBe('the document');
  });
});

test('a text that is not there is a defect, and a part without its value falls away', () => {
  expect(() => text('en', 'fault.NO_SUCH.title')).toThrow(RangeError);
  expect(() => text('en', 'fault.constructor.title')).toThrow(RangeError);
  expect(fill('a[ {x}][ and {y}].', (name) => (name === 'x' ? '1' : undefined))).toBe('a 1.');
});

test('every code can be explained, by its own name, in any spelling', () => {
  for (const { code, kind } of explanations('en')) {
    expect(explainCode('nb', code.toLowerCase().replaceAll('_', '-')).map((one) => one.kind)).toContain(kind);
  }
  expect(
    explainCode('en', 'outside tolerance')
      .map((one) => one.kind)
      .sort(),
  ).toEqual(['order-line-status', 'order-match-status', 'reason']);
  expect(explainCode('en', 'nonsense')).toEqual([]);
});

describe('what to do about a reason', () => {
  const cured = Object.keys(TEXTS.en['cure'] ?? {});

  test('is said of reasons that there are, and of the commonest', () => {
    expect(cured.filter((code) => !Object.hasOwn(REASONS, code))).toEqual([]);
    expect(cured).toEqual(expect.arrayContaining(['OUTSIDE_TOLERANCE', 'DUPLICATE', 'ORDER_NOT_FOUND', 'KID_INVALID']));
  });

  test.each(LANGUAGES)('is part of what explain says in %s, and names commands that there are', (language) => {
    for (const code of cured) {
      const hint = explainCode(language, code).find(({ kind }) => kind === 'reason')?.hint ?? '';
      expect(hint, code).toBe(text(language, `cure.${code}`));
      for (const [command] of hint.matchAll(/(?<=ordrebro )(?:invoice|learned-link) [a-z]+/g))
        expect(COMMAND_NAMES, code).toContain(command);
    }
  });
});
