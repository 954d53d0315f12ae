import type { Finding } from '../../domain/decision.ts';
import type { SiteSettings } from '../../domain/settings.generated.ts';
import type { Ledger } from '../../pipeline/ledger-port.ts';

/** What the checks look at: opened once for all of them. */
export interface DoctorScene {
  /** Absolute path of the site's folder. */
  site: string;
  settings: SiteSettings;
  /** Null for a site that never ran, and for a ledger that cannot be opened. */
  ledger: Ledger | null;
  /** The machine's clock, now. */
  now: string;
  /** Read the whole ledger, too. */
  full: boolean;
  onProgress: (done: number, total: number) => void;
}

/** One thing that is looked at. A check changes nothing; each finding's hint is the repair. */
export interface DoctorCheck {
  name: string;
  look: (scene: DoctorScene) => Promise<Finding[]>;
}

/** A finding of a check; `hint` is the repair in one sentence that can be followed. */
export function found(
  code: Finding['code'],
  severity: Finding['severity'],
  message: string,
  hint: string,
  file?: string,
): Finding {
  return { code, severity, message, hint, ...(file === undefined ? {} : { at: { file } }) };
}

/** The word of the operating system for what went wrong (`EACCES`), for messages. */
export function errnoWord(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
