import { commandInProcess } from '../support/command-in-process.ts';
import type { TestSite } from '../support/site.ts';

/** The command line of a site, in this process: everything that it says, and how it ends. */
export function commandLineOf(site: TestSite): (...words: string[]) => Promise<{ code: number; text: string }> {
  return async (...words) => {
    const { code, said } = await commandInProcess(words, { site: site.dir });
    return { code, text: said };
  };
}
