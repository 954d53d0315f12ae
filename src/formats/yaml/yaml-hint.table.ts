/** What to do about a fault of YAML itself, by the code of the parser; what is not here gets a general hint. */
export const YAML_HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces: YAML allows no tabs there.',
  DUPLICATE_KEY: 'The key stands twice in one group: remove one of them.',
  BAD_INDENT: 'Begin the keys of one group in the same column.',
  MISSING_CHAR: 'Something that was opened is not closed: look for a missing quotation mark, bracket, brace or colon.',
  MULTILINE_IMPLICIT_KEY: 'A colon seems to be missing on this line, or the line is indented too little.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that contains ": " in quotation marks.',
  BAD_COLLECTION_TYPE: 'Here a list and a group are mixed: either all lines begin with a dash, or none.',
  UNEXPECTED_TOKEN: 'Put a text with special characters in quotation marks.',
  BAD_SCALAR_START: 'Put a text that begins with a special character (@ ` % &) in quotation marks.',
  MULTIPLE_DOCS: 'One file holds one document: remove the line with the three dashes.',
};

/** The parser calls it a fault of indentation; most often the closing sign is missing, or the file was saved half. */
export const UNCLOSED_HINT =
  'Close what was opened with [ or {: it is not closed, or its closing sign is indented too little.';

/** What the parser calls a line whose indentation does not fit: each may also have another cause. */
export const INDENTATION_ERRORS: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);
