import type { Finding } from '../../domain/decision.ts';
import { didYouMean } from '../../domain/did-you-mean.ts';
import type { SiteSettings } from '../../domain/settings.generated.ts';
import type { MappingSet } from '../../mapping/language/mapping-set.ts';
import { SETTINGS_FILE } from '../load-settings.ts';
import { SITE_NODE } from '../setting-node.ts';
import type { ParsedSettings } from '../parse-settings.ts';

/** The form of documents that need no mapping. */
const CANONICAL = 'canonical';

/** Those that keep settings, or mappings, from coming into force. */
export function wrongOutputs(...asked: Parameters<typeof checkOutputs>): Finding[] {
  return checkOutputs(...asked).filter(({ severity }) => severity === 'error');
}

/**
 * Findings of `outputs`, errors where somebody chose it so. Is each mapping that `outputs` chooses in force, one out, and of the right document? `place`: where a setting stands
 * in site.yaml; left out, findings name the setting alone.
 */
export function checkOutputs(
  { outputs }: Pick<SiteSettings, 'outputs'>,
  set: MappingSet,
  place?: ParsedSettings['place'],
): Finding[] {
  return Object.entries(outputs)
    .filter(([, chosen]) => chosen !== CANONICAL)
    .flatMap(([document, chosen]): Finding[] => {
      const wrong = wrongChoice(document, chosen, set);
      if (wrong === undefined) return [];
      const at = place?.(['outputs', document]) ?? { file: SETTINGS_FILE, path: `outputs.${document}` };
      const message = `outputs.${document}: ${wrong.message}`;
      return isDefault(document, chosen)
        ? [{ code: 'SETTINGS_WARNING', severity: 'warning', message, hint: wrong.hint, at }]
        : [{ code: 'SETTINGS_INVALID', severity: 'error', message, hint: wrong.hint, at }];
    });
}

/** Nobody chose it: who switches the shipped mapping off may have no such documents at all. One that comes is kept, and told. */
function isDefault(document: string, chosen: string): boolean {
  return SITE_NODE.properties?.['outputs']?.properties?.[document]?.default === chosen;
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
