import { EVERY_ENTITY, type PaymentTerms } from '../../domain/payment-terms.ts';

/**
 * What a code of ePack means to these entities: an entity's own line goes before that of all (`*`). Purchases are the
 * company's and know no entity: where the entities of a site say different things, the line of all counts, and without
 * one nobody can tell (`undefined`), as with a code that has no line.
 */
export function termsOfCode(
  code: string,
  terms: readonly PaymentTerms[],
  entities: readonly string[],
): PaymentTerms | undefined {
  const rows = terms.filter((row) => row.code === code);
  const ofAll = rows.find(({ entity }) => entity === EVERY_ENTITY);
  const [first, ...others] = entities.flatMap((id) => rows.find(({ entity }) => entity === id) ?? ofAll ?? []);
  const alike =
    first !== undefined &&
    others.every(({ dueDateType, days }) => dueDateType === first.dueDateType && days === first.days);
  return alike ? first : ofAll;
}
