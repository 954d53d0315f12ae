import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mod97 } from '../../../src/rules/payment/check-digits.ts';
import { paymentReference } from '../../../src/rules/payment/payment-reference.ts';

const DATA = process.env['ORDREBRO_SHARED_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');
const OCR = join(DATA, 'bank/ocr_giro_transactions.txt');

const isValid = (text: string) => paymentReference(text)?.isValid;

/** Digits without a check digit, not zeros only. */
const bodies = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 24 })
  .map((digits) => digits.join(''))
  .filter((text) => /[1-9]/.test(text));

/** Check digits counted in another way than the program does: by the rule's words. */
function mod10Digit(body: string): string {
  const products = [...body].reverse().map((digit, index) => String(Number(digit) * (index % 2 === 0 ? 2 : 1)));
  const total = [...products.join('')].reduce((sum, digit) => sum + Number(digit), 0);
  return String((10 - (total % 10)) % 10);
}

function mod11Digit(body: string): string {
  const weights = [2, 3, 4, 5, 6, 7];
  const total = [...body].reverse().reduce((sum, digit, index) => sum + Number(digit) * (weights[index % 6] ?? 0), 0);
  const rest = total % 11;
  return rest === 0 ? '0' : rest === 1 ? '-' : String(11 - rest);
}

describe('a KID', () => {
  it.each([
    ['123456782', true],
    ['123456785', true],
    ['12344', true],
    ['12343', true],
    ['123 456 782', true],
    ['123456783', false],
    ['12345', false],
    ['00', undefined],
    ['0', undefined],
    ['', undefined],
    ['   ', undefined],
    ['7', false],
    ['18', true],
    ['11', false],
    ['6-', true],
    ['5-', false],
    ['123-456', false],
  ])('%s: %s', (text, valid) => {
    expect(isValid(text)).toBe(valid);
  });

  it('is valid with the check digit of either modulus', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(isValid(body + mod10Digit(body))).toBe(true);
        expect(isValid(body + mod11Digit(body))).toBe(true);
      }),
    );
  });

  it('has 25 digits at most', () => {
    const body = '123456789012345678901234';
    expect(isValid(body + mod10Digit(body))).toBe(true);
    expect(isValid(`${body}5${mod10Digit(`${body}5`)}`)).toBe(false);
  });

  it('is valid with those two and with no other', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(...'0123456789-'), (body, check) => {
        expect(isValid(body + check)).toBe(check === mod10Digit(body) || check === mod11Digit(body));
      }),
    );
  });

  it('with one digit changed is wrong by its own modulus, and right only where the other one takes it', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, at, more) => {
        const place = at % body.length;
        const digit = (Number(body[place]) + more) % 10;
        const changed = `${body.slice(0, place)}${digit}${body.slice(place + 1)}`;
        const [ten, eleven] = [mod10Digit(body), mod11Digit(body)];
        expect(mod10Digit(changed)).not.toBe(ten);
        expect(mod11Digit(changed)).not.toBe(eleven);
        if (/^0*$/.test(changed)) return;
        expect(isValid(changed + ten)).toBe(mod11Digit(changed) === ten);
        expect(isValid(changed + eleven)).toBe(mod10Digit(changed) === eleven);
      }),
    );
  });
});

describe('a structured reference of another country', () => {
  it.each([
    ['RF18539007547034', 'rf', true],
    ['RF18 5390 0754 7034', 'rf', true],
    ['rf18539007547034', 'rf', true],
    ['RF19539007547034', 'rf', false],
    ['RFQ-2026-18', 'text', false],
    ['+++090/9337/55493+++', 'belgian', true],
    ['***090/9337/55493***', 'belgian', true],
    ['+++090/9337/55494+++', 'belgian', false],
    ['+++000/0000/09797+++', 'belgian', true],
    ['+++000/0000/09700+++', 'belgian', false],
    ['Faktura 4711', 'text', false],
    ['Snippet1', 'text', false],
  ])('%s is %s: %s', (text, form, valid) => {
    expect(paymentReference(text)).toMatchObject({ text, form, isValid: valid });
  });

  it('RF with its check digits is valid, and with another digit or letter in the place of one it is not', () => {
    const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const references = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 21 });
    fc.assert(
      fc.property(references, fc.nat(), fc.constantFrom(...characters), (body, at, other) => {
        const check = String(98 - mod97(`${body.join('')}RF00`)).padStart(2, '0');
        expect(isValid(`RF${check}${body.join('')}`)).toBe(true);
        const place = at % body.length;
        const isDigit = (character = '') => character <= '9';
        if (body[place] === other || isDigit(body[place]) !== isDigit(other)) return;
        expect(isValid(`RF${check}${body.with(place, other).join('')}`)).toBe(false);
      }),
    );
  });
});

describe.skipIf(!existsSync(OCR))(`the KIDs of a real OCR giro file (skipped without ${OCR})`, () => {
  const kids = existsSync(OCR)
    ? readFileSync(OCR, 'latin1')
        .split(/\r?\n/)
        .filter((record) => /^NY09..30/.test(record))
        .map((record) => record.slice(49, 74).trim())
    : [];

  it('are all valid', () => {
    expect(kids.length).toBe(20);
    expect(kids.filter((kid) => isValid(kid) !== true)).toEqual([]);
  });
});
