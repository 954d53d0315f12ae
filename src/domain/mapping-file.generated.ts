// Generated from schemas/settings/mapping.schema.json by src/tools/generate.ts. Do not edit.

/** One mapping file: how files of one kind become documents, or documents files. A file with `part` instead of `mapping` has rows that mappings share. */
export interface MappingFile {
  /** Its name, once in the site. A mapping of the site takes the place of the shipped one with the same name. */
  mapping?: string;
  /** Its name, where this file only has rows that mappings share (`use`). */
  part?: string;
  /** What it is for, in words. */
  description?: string;
  /** false: it claims nothing and writes nothing. Left out: true. */
  enabled?: boolean;
  /** in: files become documents; out: documents become files. */
  direction?: 'in' | 'out';
  /** The canonical document that is made, or written. */
  document?: string;
  claims?: MappingClaims;
  /** Prefixes of this file's paths, each with its namespace. Which prefixes the sender uses does not matter. */
  namespaces?: Record<string, string>;
  /** direction in: the file that is read. */
  source?: MappingFormat;
  /** direction out: the file that is written. */
  target?: MappingFormat;
  /** One row a field. */
  rows: MappingRow[];
}

/** One row: where one field comes from, or a group or list of fields. */
export interface MappingRow {
  /** The field that is written: a name, or names with slashes into groups (supplier/name). In a mapping out also an attribute (@id), an element, a column or a field of a record. */
  to?: string;
  /** The path of the value: names with slashes, @attribute, [n], [@a='x'], .., * for any name, | for the next place to look where the first has nothing; names with blanks in quotes ('Order No'). A leading / begins at the top of the file. */
  from?: string;
  /** An expression (CEL) instead of a path: source is the object at hand, record the whole record. Numbers are exact: decimal(source.Qty) * decimal(source.Price). */
  value?: string;
  /** A group: the path of the one object that its rows read from. */
  at?: string;
  /** A list: the path of the objects, one entry for each. */
  each?: string;
  /** A list of texts, or with join one text: the path of the values. */
  texts?: string;
  /** Two lists by a flag: the path of the objects; by, whenTrue and whenFalse say which goes where. */
  split?: string;
  /** With split: the path of the flag. */
  by?: string;
  /** With split: the list of those whose flag is true. */
  whenTrue?: string;
  /** With split: the list of those whose flag is false. */
  whenFalse?: string;
  /** The rows of a part: a file with `part: NAME` in this folder. They stand in place of this row. */
  use?: string;
  /** The rows of a group, a list or a split. */
  rows?: MappingRow[];
  /** A converter, or several one after the other: a name, or a name with its arguments. The reference lists them all. */
  convert?: Converter | Converter[];
  /** A table in mappings/lookups: its name (first column to second, and back in a mapping out), or its name with columns. */
  lookup?: string | Lookup;
  /** An expression (CEL): the row holds only where it is true. */
  when?: string;
  /** The value where there is none. */
  default?: string | boolean | number;
  /** The field may be missing. Without this and without a default, a row that finds nothing refuses the record. */
  optional?: boolean;
  /** Of several values that differ the first is taken. Without this they refuse the record. */
  firstCounts?: boolean;
  /** A group or an entry of a list is left out where this field of it is missing. */
  needs?: string;
  /** With texts: each text once. */
  distinct?: boolean;
  /** With texts: one text, joined by this. */
  join?: string;
  /** In a mapping out: how JSON writes the value, and whether a lone entry stays a list. */
  as?: 'text' | 'number' | 'list';
}

export type Converter = string | {[k: string]: unknown};

export interface Lookup {
  /** Its name: mappings/lookups/NAME.csv. */
  table: string;
  /** The column that is searched. */
  from?: string;
  /** The column that is taken. */
  to?: string;
  /** What counts where the value is not in the table: refuse (default), keep (the value itself) or absent. */
  missing?: 'refuse' | 'keep' | 'absent';
  /** Compare without regard to case and blanks around. */
  folded?: boolean;
}

/** One kind of line. */
export interface RecordType {
  /** The kind of line that it belongs to: it becomes a child of the last one of that kind. */
  under?: string;
  /** csv: names of the columns from left to right (null for one that is not used), or name: position. */
  columns?: (string | null)[] | Record<string, number>;
  /** fixed-width: name: positions from 1, both ends included (9-15), or a text that always stands there. */
  fields?: Record<string, string | FixedField>;
  /** Lines of this kind are known and not read. */
  ignore?: boolean;
}

export interface FixedField {
  /** Positions from 1, both ends included: 9-15. */
  at: string;
  /** Out: left (blanks behind) or right. Left out: left. */
  align?: 'left' | 'right';
  /** Out: the character that fills the field. Left out: a blank. */
  fill?: string;
  /** Always this text: checked when read, written when written. */
  value?: string;
}

/** What kind of file it is, and how its values are written. */
export interface MappingFormat {
  /** The kind of file. */
  format: 'xml' | 'json' | 'csv' | 'fixed-width' | 'visma-import';
  /** In: how bytes are read where the file itself does not say (a byte order mark and an XML declaration say). Out: how they are written. */
  encoding?: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252' | 'iso-8859-1';
  /** In: the path of the records, each a document of its own. Left out: the whole file is one (xml, json), each line is one (csv, fixed-width). */
  each?: string;
  /** In, xml: the document may stand alone in an envelope of this kind, and is then taken out of it. */
  envelope?: 'sbdh';
  /** What stands before the decimals. Left out: a point. */
  decimal?: '.' | ',';
  /** What may stand between thousands. Left out: nothing may. */
  thousands?: '.' | ' ' | "'" | ',';
  /** How dates are written: yyyy-MM-dd, dd.MM.yyyy, yyyyMMdd, ddMMyy. Left out: yyyy-MM-dd. */
  date?: string;
  /** csv: between two columns. Left out: a semicolon. */
  separator?: string;
  /** csv: around a text that has a separator in it; "" for none. Left out: a double quotation mark. */
  quote?: string;
  /** csv: the first line has the names of the columns. Left out: true where columns and records are left out. */
  header?: boolean;
  /** csv without header: names of the columns from left to right (null for one that is not used). visma-import: the fields behind the key word. */
  columns?: (string | null)[];
  /** In, csv and fixed-width with one kind of line: lines that follow each other and say the same in these columns make one record. Each stands in it as `line` (each: line); what is read of the record itself has to be the same on all of them. */
  groupBy?: string[];
  /** csv, fixed-width: so many lines at the beginning say nothing. */
  skipLines?: number;
  /** csv: lines that begin so say nothing. */
  comment?: string;
  /** csv: the column (from 1), fixed-width: the positions (1-2), that say which kind of line it is. */
  recordType?: number | string;
  /** Kinds of lines by what stands at recordType. Order matters when written. */
  records?: Record<string, RecordType>;
  /** fixed-width with one kind of line: name: positions. */
  fields?: Record<string, string | FixedField>;
  /** fixed-width: characters of a line; others are refused. */
  lineLength?: number;
  /** visma-import: the key words with their fields, as in @WaVo(VoNo,VoDt). */
  tables?: Record<string, RecordType>;
  /** visma-import: lines that stand first, as @IMPORT_METHOD(3). */
  before?: string[];
  /** Out, xml: the root element, with the prefix of a declared namespace. */
  root?: string;
  /** Out: lf or crlf. Left out: lf for xml and json, crlf for the others. */
  lineEnd?: 'lf' | 'crlf';
  /** Out: how the file's name ends, without the dot. Left out: xml, json, csv, txt. */
  ending?: string;
}

/** Which files are read by this mapping, or in which outbox its files go. All that is given has to fit. */
export interface MappingClaims {
  /** The channel, as in site.yaml. */
  channel: 'epack' | 'visma' | 'visma-refusals' | 'invoices' | 'bank' | 'commands' | 'suppliers' | 'acknowledgements';
  /** A pattern for the file's name: * for any text, ? for one character. Upper and lower case are alike. */
  name?: string | string[];
  /** xml: the root element, with a prefix of namespaces where it has a namespace. */
  root?: string;
  /** csv: columns that the first line must have. */
  header?: string[];
  /** What the file begins with (a regular expression, tried on its first 1000 characters). */
  begins?: string;
  /** xml, json: paths from the top of the file, each with a regular expression that its value has to fit. */
  where?: Record<string, string>;
  /** Of several mappings that claim a file the one with the highest is taken; several with the same refuse the file. Left out: 0. */
  priority?: number;
}
