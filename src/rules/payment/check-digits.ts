/**
 * Modulus 10 over all digits, the check digit last: weights 1, 2, 1, 2 ... from the right, the digits of the products
 * added (the OCR giro manual of Nets). `digits`: digits only.
 */
export function hasMod10(digits: string): boolean {
  let total = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const product = Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 1 : 2);
    total += product > 9 ? product - 9 : product;
  }
  return total % 10 === 0;
}

/** The check character 10 of modulus 11, for which there is no digit. */
const TEN = '-';

/**
 * Modulus 11 with the check character last: weights 2 to 7, again and again, from the right. A remainder of 1 has no
 * digit, and `-` stands for it. `text`: digits, the last may be `-`.
 */
export function hasMod11(text: string): boolean {
  let total = 0;
  for (let place = 1; place < text.length; place += 1)
    total += Number(text[text.length - 1 - place]) * (2 + ((place - 1) % 6));
  const check = (11 - (total % 11)) % 11;
  return text.endsWith(check === 10 ? TEN : String(check));
}

/** The remainder of a number of any length by 97, its letters read as 10 to 35 (ISO 7064). `text`: digits and capital letters. */
export function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
