import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankAccount, isNorwegian, isSameAccount } from '../../../src/rules/payment/bank-account.ts';
import { mod97 } from '../../../src/rules/payment/check-digits.ts';

const read = (text: string) => {
  const account = bankAccount(text);
  if (account === undefined) throw new RangeError(`"${text}" is no account`);
  return account;
};

const ibanOf = (country: string, bban: string) =>
  `${country}${String(98 - mod97(`${bban}${country}00`)).padStart(2, '0')}${bban}`;

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((some) => some.join(''));

describe('a bank account', () => {
  it.each([
    ['86011117947', 'eleven-digits', true, true],
    ['8601.11.17947', 'eleven-digits', true, true],
    ['8601 11 17947', 'eleven-digits', true, true],
    ['86011117948', 'eleven-digits', false, false],
    // Zeros in the fifth and sixth place: no check digit over all eleven.
    ['12340012346', 'eleven-digits', true, true],
    ['NO9386011117947', 'iban', true, true],
    ['NO93 8601 1117 947', 'iban', true, true],
    ['IBAN NO93 8601 1117 947', 'iban', true, true],
    ['no9386011117947', 'iban', true, true],
    ['NO9486011117947', 'iban', false, true],
    ['NO98745566558', 'iban', false, true],
    ['GB33 BUKB 2020 1555 5555 55', 'iban', true, false],
    ['DK1212341234123412', 'iban', false, false],
    ['5555-1234', 'other', true, false],
    ['IBAN32423940', 'other', true, false],
  ])('%s is %s, check digits %s, Norwegian %s', (text, form, right, norwegian) => {
    const account = read(text);
    expect([account.form, account.hasRightCheckDigits, isNorwegian(account)]).toEqual([form, right, norwegian]);
  });

  it.each(['', '  ', ' - '])('is not stated by "%s"', (text) => {
    expect(bankAccount(text)).toBeUndefined();
  });

  it('is the same as BBAN and as IBAN, however it is written', () => {
    fc.assert(
      fc.property(digits(11), fc.constantFrom('NO', 'DK', 'SE'), (bban, country) => {
        const number = country === 'NO' ? bban : `${bban}123`;
        const iban = ibanOf(country, number);
        expect(read(iban).hasRightCheckDigits).toBe(true);
        const spaced = iban.replace(/(.{4})/g, '$1 ');
        for (const [one, other] of [
          [number, iban],
          [iban, spaced],
          [spaced, number],
        ] as const)
          expect(isSameAccount(read(one), read(other))).toBe(true);
      }),
    );
  });

  it('with one digit changed is another one, whose IBAN is wrong', () => {
    fc.assert(
      fc.property(digits(11), fc.nat({ max: 10 }), fc.integer({ min: 1, max: 9 }), (bban, place, more) => {
        const changed = [...bban].with(place, String((Number(bban[place]) + more) % 10)).join('');
        const iban = ibanOf('NO', bban);
        const wrong = read(`${iban.slice(0, 4)}${changed}`);
        expect(wrong.hasRightCheckDigits).toBe(false);
        expect(isSameAccount(read(bban), read(changed))).toBe(false);
        expect(isSameAccount(read(iban), read(changed))).toBe(false);
        expect(isSameAccount(wrong, read(changed))).toBe(false);
        expect(isSameAccount(wrong, read(bban))).toBe(false);
      }),
    );
  });

  it('of Norway with one digit changed has a wrong last digit', () => {
    const right = digits(10)
      .filter((body) => body.slice(4, 6) !== '00')
      .map((body) => [...'0123456789'].map((last) => `${body}${last}`).filter((all) => read(all).hasRightCheckDigits));
    fc.assert(
      fc.property(right, fc.nat({ max: 10 }), fc.integer({ min: 1, max: 9 }), ([account, second], place, more) => {
        expect(second).toBeUndefined();
        if (account === undefined) return; // a remainder of 1 has no digit: no bank gives such a number
        const changed = [...account].with(place, String((Number(account[place]) + more) % 10)).join('');
        if (changed.slice(4, 6) !== '00') expect(read(changed).hasRightCheckDigits).toBe(false);
      }),
    );
  });
});
