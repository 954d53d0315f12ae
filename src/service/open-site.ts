import { join, resolve } from 'node:path';
import type { Finding } from '../domain/decision.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { settingsForReading } from './good-settings.ts';
import { newId } from './new-id.ts';
import { systemClock } from './system-clock.ts';

/** A site that is looked at: nothing is changed, and a daemon beside it is not disturbed. */
export interface OpenSite {
  settings: SettingsWithLookups;
  warnings: Finding[];
  ledger: LedgerReader;
  siteId: string;
  close(): Promise<void>;
}

/**
 * Opens a site for reading; one that never ran reads as empty. Where site.yaml is wrong, it is opened with the settings
 * that the daemon runs on with, and the first warning says so (`SETTINGS_RELOAD_REFUSED`). Rejects with `Fault`
 * (SITE_NOT_FOUND, SETTINGS_INVALID, LEDGER_DAMAGED).
 */
export async function openSite(site: string): Promise<OpenSite> {
  const folder = resolve(site);
  const { settings, findings: warnings } = await settingsForReading(folder);
  const file = join(folder, 'state', 'ledger.db');
  const ledger = await openLedger({ file, clock: systemClock(null), newId, readOnly: true });
  return { settings, warnings, ledger: ledger.read, siteId: ledger.siteId, close: () => ledger.close() };
}
