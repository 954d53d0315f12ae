import { Fault } from '../domain/fault.ts';

/** A setting to try, as `--with` has it: `company.tolerancePercent=5`. */
export interface SettingChange {
  written: string;
  /** `company.tolerancePercent` */
  setting: string;
  path: readonly string[];
  /** What stands behind the sign, to be read as YAML. */
  value: string;
}

/** Reads one change. Throws `WRONG_USE` where it names no setting or gives no value. */
export function settingChange(written: string): SettingChange {
  const equals = written.indexOf('=');
  const setting = written.slice(0, Math.max(equals, 0)).trim();
  const path = setting.split('.');
  if (path.some((step) => step === '')) {
    const hint = 'Write it as SETTING=VALUE, for example company.tolerancePercent=5 or supplier.tolerancePercent=5.';
    throw new Fault('WRONG_USE', `--with "${written}" names no setting and value.`, { hint });
  }
  return { written, setting, path, value: written.slice(equals + 1).trim() };
}

/** A change that cannot be: what is wrong with it, and what would be right. */
export function wrongChange(changes: readonly SettingChange[], message: string, hint: string): Fault {
  const written = changes.map((change) => change.written).join(', ');
  return new Fault('WRONG_USE', `--with ${written} cannot be tried: ${message}`, { hint });
}
