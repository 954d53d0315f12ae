/** What the project's own files never say, and why. */
export const FOREIGN_WORDS: readonly { pattern: RegExp; why: string }[] = [
  {
    pattern: /(^|[\s"'`(=])\/(work|root|home|Users)\/[\w.-]/,
    why: 'a path of somebody’s machine: write it relative to the project or the site',
  },
  {
    pattern: /[A-Za-z]:\\\\?Users\\/,
    why: 'a path of somebody’s machine: write it relative to the project or the site',
  },
  {
    pattern: /registry\.(npmjs\.org|yarnpkg\.com)|npm\.pkg\.github\.com|artifactory|verdaccio/i,
    why: 'a registry host: where packages come from is a matter of the machine',
  },
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b(?!\()/, why: 'a note to do something later: do it, or open an issue' },
  {
    pattern: /\b(language model|chatbot|prompt engineering|sub-?agent)\b/i,
    why: 'a word about how the project was made: the project speaks of itself alone',
  },
];
