import type { SiteSettings } from '../domain/settings.generated.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';

/** What reading commands need of a site: its settings in force and its ledger. An open site is one. */
export interface ReadableSite {
  settings: SiteSettings;
  ledger: LedgerReader;
}
