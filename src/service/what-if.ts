import type { Supplier } from '../domain/documents.generated.ts';
import { DOCUMENT_SCHEMAS } from '../domain/schemas.generated.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import { schemaErrors } from '../mapping/canonical/check-document.ts';
import { explainSchemaError } from '../mapping/canonical/explain-schema-error.ts';
import { type SettingChange, settingChange, wrongChange } from '../settings/setting-change.ts';
import type { SettingNode } from '../settings/setting-node.ts';
import { settingsWith } from '../settings/settings-with.ts';
import { readYaml } from '../formats/yaml/read-yaml.ts';
import { didYouMeanHint } from './did-you-mean-hint.ts';

/** Settings that are tried: the site's, and what the supplier of the invoice would have of its own. */
export interface WhatIf {
  settings: SettingsWithLookups;
  supplier: Partial<Supplier>;
  tried: TriedSetting[];
}

/** One of them, with what it is now; of a supplier that depends on the supplier, and is left out. */
export interface TriedSetting {
  setting: string;
  value: string;
  now?: unknown;
}

/** What says who a supplier is: trying another would be asking about another supplier. */
const IDENTITY: ReadonlySet<string> = new Set([
  'document',
  'supplierNo',
  'name',
  'organisationNo',
  'endpoints',
  'vatNo',
]);

/**
 * Reads the settings to try: `company.tolerancePercent=5` of the site, `supplier.tolerancePercent=5` of the invoice's
 * supplier, checked by the same schemas as what is stored. Throws `WRONG_USE` with what would be right.
 */
export async function whatIf(site: string, asSet: SettingsWithLookups, written: readonly string[]): Promise<WhatIf> {
  const changes = written.map(settingChange);
  const ofSupplier = changes.filter(({ path }) => path[0] === 'supplier');
  const ofSite = changes.filter(({ path }) => path[0] !== 'supplier');
  return {
    settings: ofSite.length === 0 ? asSet : await settingsWith(site, ofSite),
    supplier: Object.assign({}, ...ofSupplier.map(supplierWith)) as Partial<Supplier>,
    tried: changes.map(({ setting, path, value }) => ({
      setting,
      value,
      ...(path[0] === 'supplier' ? {} : { now: valueAt(asSet, path) }),
    })),
  };
}

function supplierWith(change: SettingChange): Partial<Supplier> {
  const schema = DOCUMENT_SCHEMAS['supplier'] as SettingNode;
  const known = Object.keys(schema.properties ?? {}).filter((name) => !IDENTITY.has(name));
  const [, key = '', ...below] = change.path;
  if (below.length > 0 || !known.includes(key)) {
    const name = change.path.slice(1).join('.');
    const hint = `${didYouMeanHint(name, known)} Of a supplier these can be tried: ${known.join(', ')}.`.trim();
    throw wrongChange([change], `"${name}" of a supplier cannot be tried.`, hint);
  }
  const { value, findings } = readYaml(`${key}: ${change.value}`, '--with', schema);
  const [unreadable] = findings;
  if (unreadable !== undefined) throw wrongChange([change], unreadable.message, unreadable.hint ?? '');
  const supplier = { document: 'supplier', supplierNo: '0', name: '-', ...(value as object) };
  const [error] = schemaErrors('supplier', supplier);
  if (error === undefined) return value as Partial<Supplier>;
  const { message, hint } = explainSchemaError(error);
  throw wrongChange([change], message, hint);
}

function valueAt(settings: SettingsWithLookups, path: readonly string[]): unknown {
  let value: unknown = settings;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value ?? null;
}
