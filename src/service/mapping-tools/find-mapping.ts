import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { didYouMean } from '../../domain/did-you-mean.ts';
import { Fault } from '../../domain/fault.ts';
import { textSource, wholeText } from '../../formats/text/text-source.ts';
import type { MappingSources } from '../../mapping/language/mapping-set.ts';
import { writtenName } from '../../mapping/language/parse/parse-mapping.ts';
import { compileHashed } from '../../settings/mappings/compile-hashed.ts';
import { type LoadedMappings, loadMappings, textsOf } from '../../settings/mappings/load-mappings.ts';
import { MappingsFault } from '../../settings/mappings/mappings-fault.ts';
import { SHIPPED_FOLDER } from '../../settings/mappings/shipped-mappings.ts';
import { mappingsOf } from '../good-mappings.ts';
import type { FoundMapping } from './found-mapping.ts';

/** The mappings of a site as its files say now, with or without the daemon: what those who write mappings work on. */
export class MappingDesk {
  readonly site: string;
  readonly loaded: LoadedMappings;

  private constructor(site: string, loaded: LoadedMappings) {
    this.site = site;
    this.loaded = loaded;
  }

  static async open(site: string): Promise<MappingDesk> {
    return new MappingDesk(site, await loadMappings(site));
  }

  /** All that can be used, by name. */
  all(): FoundMapping[] {
    const { set, sources } = this.loaded.mappings;
    const byName = mappingsOf(set).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return byName.map((mapping) => ({
      mapping,
      path: resolve(mapping.shipped ? SHIPPED_FOLDER : this.site, mapping.file),
      texts: textsOf(sources),
    }));
  }

  /**
   * A mapping by its name, or by the path of its file, which need not lie in the site: it is compiled with the parts and
   * look-ups of the site. Throws `NOT_FOUND` with a suggestion, and `MappingsFault` with every finding where it is wrong.
   */
  async find(asked: string): Promise<FoundMapping> {
    if (/\.ya?ml$|[\\/]/i.test(asked)) return this.#ofFile(asked);
    const found = this.all().find(({ mapping }) => mapping.name === asked);
    if (found !== undefined) return found;
    const { sources } = this.loaded.mappings;
    const written = sources.files.filter(({ text }) => writtenName(text) === asked);
    const own = written.find(({ shipped }) => !shipped) ?? written[0];
    if (own !== undefined) throw unusable(own, this.loaded.findings, sources);
    throw this.#unknown(asked);
  }

  async #ofFile(asked: string): Promise<FoundMapping> {
    const { path, bytes } = await this.#read(asked);
    const inSite = relative(this.site, path);
    const file = inSite.startsWith('..') || isAbsolute(inSite) ? asked : inSite.replaceAll('\\', '/');
    const text = wholeText(textSource(bytes));
    const name = writtenName(text);
    const { sources } = this.loaded.mappings;
    const others = sources.files.filter(
      (one) => one.file !== file && (name === undefined || writtenName(one.text) !== name),
    );
    const own = { file, text, shipped: false };
    const all = { ...sources, files: [...others, own] };
    const { set, findings } = compileHashed(all);
    const mapping = mappingsOf(set).find((one) => one.file === file);
    if (mapping === undefined) throw unusable(own, findings, all);
    return { mapping, path, texts: textsOf(all) };
  }

  /** From the folder at hand, else from the site. */
  async #read(asked: string): Promise<{ path: string; bytes: Uint8Array }> {
    for (const path of [resolve(asked), resolve(this.site, asked)]) {
      const bytes = await readFile(path).catch(() => undefined);
      if (bytes !== undefined) return { path, bytes };
    }
    const files = this.loaded.mappings.sources.files.map(({ file }) => file);
    const meant = didYouMean(asked, files) ?? files.find((file) => basename(file) === basename(asked));
    throw new Fault('NOT_FOUND', `There is no mapping file ${asked}.`, {
      hint:
        meant === undefined
          ? 'Give the path of a file, or the name of a mapping in force.'
          : `Did you mean "${meant}"?`,
    });
  }

  #unknown(asked: string): Fault {
    const names = this.all().map(({ mapping }) => mapping.name);
    const written = this.loaded.mappings.sources.files.flatMap(({ text }) => writtenName(text) ?? []);
    const meant = didYouMean(asked, [...new Set([...names, ...written])]);
    const known = `Mappings in force: ${names.join(', ')}.`;
    return new Fault('NOT_FOUND', `There is no mapping "${asked}".`, {
      hint: meant === undefined ? known : `Did you mean "${meant}"?`,
    });
  }
}

/** Why a mapping that is there cannot be used: what is wrong in its file, or else in the files that it uses. */
function unusable(
  { file, text }: { file: string; text: string },
  findings: LoadedMappings['findings'],
  sources: MappingSources,
): Fault {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const own = errors.filter(({ at }) => at?.file === file);
  if (own.length > 0) return new MappingsFault(own, textsOf(sources));
  if (/^enabled:[ \t]*false/m.test(text))
    return new Fault('NOT_FOUND', `The mapping in ${file} is switched off.`, {
      hint: 'Remove "enabled: false" from it to try it.',
      at: { file },
    });
  if (/^part:/m.test(text))
    return new Fault('NOT_FOUND', `${file} is a part of mappings, no mapping.`, {
      hint: 'Name a mapping that uses it.',
      at: { file },
    });
  return new MappingsFault(errors, textsOf(sources));
}
