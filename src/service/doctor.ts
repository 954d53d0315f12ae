import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../domain/decision.ts';
import { Fault } from '../domain/fault.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import type { Ledger } from '../pipeline/ledger-port.ts';
import { SettingsFault } from '../settings/settings-fault.ts';
import { CHECK_CLOCK } from './doctor/check-clock.ts';
import { CHECK_DAEMON } from './doctor/check-daemon.ts';
import { CHECK_DISK } from './doctor/check-disk.ts';
import { CHECK_FILE_SYSTEMS } from './doctor/check-file-systems.ts';
import { CHECK_FOLDERS } from './doctor/check-folders.ts';
import { CHECK_LEDGER } from './doctor/check-ledger.ts';
import { CHECK_LEFTOVERS } from './doctor/check-leftovers.ts';
import { CHECK_MAPPINGS, type MappingInForce, mappingsInForce } from './doctor/check-mappings.ts';
import { CHECK_NODE, nodeFindings } from './doctor/check-node.ts';
import { CHECK_OUTBOXES } from './doctor/check-outboxes.ts';
import { type DoctorCheck, type DoctorScene, found } from './doctor/doctor-check.ts';
import { settingsForReading } from './good-settings.ts';
import { newId } from './new-id.ts';
import { systemClock } from './system-clock.ts';

/** What doctor looks at, in the order in which a person should read it. */
const CHECKS: readonly DoctorCheck[] = [
  CHECK_NODE,
  CHECK_FOLDERS,
  CHECK_FILE_SYSTEMS,
  CHECK_DISK,
  CHECK_CLOCK,
  CHECK_LEDGER,
  CHECK_OUTBOXES,
  CHECK_MAPPINGS,
  CHECK_LEFTOVERS,
  CHECK_DAEMON,
];

/** What each look found; nothing means well. */
export interface DoctorReport {
  checks: { name: string; findings: readonly Finding[] }[];
  /** The mappings in force; none where the settings are wrong, for then nobody asks them. */
  mappings: MappingInForce[];
}

export interface DoctorOptions {
  full: boolean;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Looks at everything that the daemon stands on, and changes nothing (`doctor`, contract 1). Each finding says how to
 * mend it. Throws `SITE_NOT_FOUND`; everything else that is wrong is a finding.
 */
export async function doctor(site: string, options: DoctorOptions): Promise<DoctorReport> {
  const { settings, findings } = await settingsToLookBy(site);
  const checks: DoctorReport['checks'] = [{ name: 'Settings', findings }];
  // Without settings nobody knows which folders to look at.
  if (settings === undefined)
    return {
      checks: [...checks, { name: CHECK_NODE.name, findings: nodeFindings(process.versions.node) }],
      mappings: [],
    };
  const opened = await openForLooking(site);
  const scene: DoctorScene = {
    site,
    settings,
    ledger: opened.ledger,
    now: systemClock(null).now(),
    full: options.full,
    onProgress: options.onProgress ?? (() => undefined),
  };
  try {
    for (const check of CHECKS) {
      const own = check === CHECK_LEDGER ? opened.findings : [];
      checks.push({ name: check.name, findings: [...own, ...(await look(check, scene))] });
    }
  } finally {
    await opened.ledger?.close();
  }
  return { checks, mappings: await mappingsInForce(site) };
}

/** The settings in force; the findings alone where there are none, and none were kept. */
async function settingsToLookBy(site: string): Promise<{ settings?: SiteSettings; findings: readonly Finding[] }> {
  try {
    return await settingsForReading(site);
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    return { findings: error.findings };
  }
}

/** A check that fails on the world tells what it met, and the others still look. */
async function look(check: DoctorCheck, scene: DoctorScene): Promise<Finding[]> {
  try {
    return await check.look(scene);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [found(error.code, 'error', error.message, error.hint)];
  }
}

async function openForLooking(site: string): Promise<{ ledger: Ledger | null; findings: Finding[] }> {
  const file = join(site, 'state', 'ledger.db');
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there)
    return {
      ledger: null,
      findings: [
        found(
          'NOT_FOUND',
          'note',
          'The site has not run yet: there is no ledger.',
          'It is made at the first start; nothing needs to be done.',
        ),
      ],
    };
  try {
    return { ledger: await openLedger({ file, clock: systemClock(null), newId, readOnly: true }), findings: [] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ledger: null, findings: [found(error.code, 'error', error.message, error.hint, 'state/ledger.db')] };
  }
}
