import type { Finding } from '../../domain/decision.ts';
import { didYouMean } from '../../domain/did-you-mean.ts';
import type { SiteSettings } from '../../domain/settings.generated.ts';
import type { MappingSet } from '../../mapping/language/mapping-set.ts';
import { SETTINGS_FILE } from '../load-settings.ts';
import type { ParsedSettings } from '../parse-settings.ts';

/** The form of documents that need no mapping. */
const CANONICAL = 'canonical';

/**
 * Is each mapping that `outputs` chooses in force, one out, and of the right document? `place`: where a setting stands
 * in site.yaml; left out, findings name the setting alone.
 */
export function checkOutputs(
  { outputs }: Pick<SiteSettings, 'outputs'>,
  set: MappingSet,
  place?: ParsedSettings['place'],
): Finding[] {
  return Object.entries(outputs)
    .filter(([, chosen]) => chosen !== CANONICAL)
    .flatMap(([document, chosen]) => {
      const wrong = wrongChoice(document, chosen, set);
      const at = place?.(['outputs', document]) ?? { file: SETTINGS_FILE, path: `outputs.${document}` };
      return wrong === undefined
        ? []
        : [{ code: 'SETTINGS_INVALID' as const, severity: 'error' as const, ...wrong, at }];
    });
}

function wrongChoice(document: string, chosen: string, set: MappingSet): { message: string; hint: string } | undefined {
  const mapping = set.out.get(chosen);
  if (mapping?.document === document) return undefined;
  const fit = [...set.out.values()].filter((one) => one.document === document).map(({ name }) => name);
  const choices =
    fit.length === 0
      ? `No mapping out is for ${document}: write "${CANONICAL}".`
      : `Mappings out for ${document}: ${fit.join(', ')}; or "${CANONICAL}".`;
  if (mapping !== undefined)
    return { message: `The mapping "${chosen}" writes ${mapping.document}, not ${document}.`, hint: choices };
  const direction = set.in.find(({ name }) => name === chosen);
  if (direction !== undefined)
    return { message: `The mapping "${chosen}" reads files; it writes none.`, hint: choices };
  const meant = didYouMean(chosen, [...fit, CANONICAL]);
  const hint = meant === undefined ? choices : `Did you mean "${meant}"? ${choices}`;
  return { message: `There is no mapping "${chosen}" in force.`, hint };
}
