import { allSettings } from './explain-setting.ts';

/**
 * What Visma calls the setting that a reason or a limit names: of `mappings/site.yaml company.tolerancePercent` as of
 * `supplier 50001 tolerancePercent`, which is the same field of the supplier. Undefined where Visma has no such field.
 */
export function vismaNameOf(setting: string): string | undefined {
  const path = setting.split(' ').at(-1) ?? '';
  return allSettings().find((one) => one.path === path || one.path === `company.${path}`)?.visma ?? undefined;
}
