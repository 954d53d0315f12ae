import { deliveryAlternativeKey } from '../domain/composite-key.ts';
import type { Finding } from '../domain/decision.ts';
import type { DeliveryAlternative } from '../domain/documents.generated.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { freightWords } from '../rules/order-match/freight-words.ts';

/** A shorter word is a part of too many others: "tur" is in "natur" and in "retur" (order-match.md 9). */
const SHORTEST_WORD = 5;
/** Suppliers that are asked for at once. */
const PAGE = 1000;

/**
 * Freight words so short that they are found in texts that mean something else: one warning for each, with the
 * delivery alternative that it stands in. Nothing where the site has no freight product.
 */
export async function freightWordFindings(ledger: LedgerReader, { company }: SiteSettings): Promise<Finding[]> {
  const { freightProduct } = company;
  if (freightProduct === null) return [];
  const findings: Finding[] = [];
  for await (const alternative of alternativesOf(ledger, freightProduct)) {
    const words = freightWords(freightProduct, [alternative], []);
    findings.push(
      ...words.filter((word) => [...word].length < SHORTEST_WORD).map((word) => tooShort(word, alternative)),
    );
  }
  return findings;
}

/** What each supplier says of the product. Alternatives are kept by supplier and product. */
async function* alternativesOf(ledger: LedgerReader, productNo: string): AsyncGenerator<DeliveryAlternative> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await ledger.list({ kind: 'supplier', conditions: [], limit: PAGE, offset });
    const keys = rows.map((row) => deliveryAlternativeKey(String(row['key']), productNo));
    for (const { content } of await ledger.documents('delivery-alternative', keys))
      yield content as DeliveryAlternative;
    if (rows.length < PAGE) return;
  }
}

function tooShort(word: string, { supplierNo, productNo }: DeliveryAlternative): Finding {
  return {
    code: 'SETTINGS_WARNING',
    severity: 'warning',
    message: `The freight word "${word}" of supplier ${supplierNo} has under ${SHORTEST_WORD} letters: it is found inside other words too, and takes goods or fees for freight.`,
    hint: `Write a longer word into the supplier's description of product ${productNo} in Visma, such as "frakt" or "fraktkostnad".`,
    at: { path: `delivery-alternative ${deliveryAlternativeKey(supplierNo, productNo)}` },
  };
}
