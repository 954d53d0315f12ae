import en from './en.json' with { type: 'json' };
import nb from './nb.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** Languages in which people are spoken to: English, Norwegian (bokmål), Dutch. */
export const LANGUAGES = ['en', 'nb', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** All texts of a language: sections, then keys, then the text or its parts. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>>;

export const TEXTS: Readonly<Record<Language, Texts>> = { en, nb, nl };

/** The values for the placeholders of a text; what is absent lets its `[optional part]` fall away. */
export type TextValues = Readonly<Record<string, string | number | undefined>>;

/**
 * The text under a key such as `fault.DISK_FULL.title`, with its placeholders filled. A part in square brackets is
 * left out when a value in it is absent. Throws a RangeError on a key that is not there: that is a defect.
 */
export function text(language: Language, key: string, values: TextValues = {}): string {
  const template = textTemplate(language, key);
  if (template === undefined) throw new RangeError(`no text ${key} in ${language}`);
  return fill(template, (name) => values[name]?.toString());
}

/** The text as it stands in the file, with its placeholders; `undefined` where there is none. */
export function textTemplate(language: Language, key: string): string | undefined {
  const [section = '', name = '', part] = key.split('.');
  const texts = TEXTS[language][section];
  const entry = texts !== undefined && Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (typeof entry === 'string') return part === undefined ? entry : undefined;
  return part === undefined ? undefined : entry?.[part];
}

const OPTIONAL = /\[([^[\]]*)\]/g;
const PLACEHOLDER = /\{([a-zA-Z]+(?::[a-z]+)?)\}/g;

/** Fills a template: `{name}` by its value, `[part]` only where all its values are there. */
export function fill(template: string, value: (name: string) => string | undefined): string {
  const whole = template.replace(OPTIONAL, (_match, part: string) => {
    const names = [...part.matchAll(PLACEHOLDER)].map((match) => match[1] as string);
    return names.every((name) => value(name) !== undefined) ? part : '';
  });
  return whole.replace(PLACEHOLDER, (_match, name: string) => value(name) ?? '');
}
