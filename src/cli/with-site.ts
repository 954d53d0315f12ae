import { AmbiguousInvoice } from '../service/ambiguous-key.ts';
import { type OpenSite, openSite } from '../service/open-site.ts';
import { renderFinding } from '../settings/render-finding.ts';
import type { CommandInput, Language } from './command-shape.ts';
import { withCandidates } from './show/candidates-text.ts';

/** An open site, with the language in which the command answers. */
export interface SiteAtHand {
  open: OpenSite;
  language: Language;
  timeZone: string;
}

/** Opens the site of the command for reading, and closes it whatever happens. */
export async function withSite<Result>(
  input: CommandInput,
  work: (site: SiteAtHand) => Promise<Result>,
): Promise<Result> {
  const open = await openSite(input.site);
  for (const finding of open.warnings.filter(({ code }) => code === 'SETTINGS_RELOAD_REFUSED'))
    input.terminal.talk(renderFinding(finding));
  const language = input.language ?? open.settings.site.language;
  const { timeZone } = open.settings.site;
  try {
    return await work({ open, language, timeZone });
  } catch (error) {
    throw error instanceof AmbiguousInvoice && !input.json ? withCandidates(error, { language, timeZone }) : error;
  } finally {
    await open.close();
  }
}

/** The instant that a command counts from: `--now`, else the clock's. */
export function nowOf(input: CommandInput): string {
  return input.now ?? Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
}
