/** A GTIN-13 from its first twelve digits. */
export function withGtinCheckDigit(first: number): string {
  const digits = String(first).padStart(12, '0');
  const total = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (total % 10)) % 10}`;
}

const ORGANISATION_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;

/** A Norwegian organisation number from about its first eight digits: the next that has a check digit. */
export function withOrganisationCheckDigit(first: number): string {
  for (let candidate = first; ; candidate += 1) {
    const total = [...String(candidate)].reduce(
      (sum, digit, index) => sum + Number(digit) * (ORGANISATION_WEIGHTS[index] ?? 0),
      0,
    );
    const check = (11 - (total % 11)) % 11;
    if (check < 10) return `${candidate}${check}`;
  }
}
