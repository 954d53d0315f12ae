/** One cell of a line, unquoted. */
export interface CsvCell {
  text: string;
  /** Where it begins, with its quotation mark. */
  offset: number;
}

/** One line of cells: a line break inside quotation marks does not end it. */
export interface CsvRow {
  cells: readonly CsvCell[];
  /** Of its first character. */
  offset: number;
  /** Behind its last character, before its line end. */
  end: number;
  /** What is wrong with the way it is written. */
  fault?: { message: string; offset: number };
}

/** How lines of cells are written. */
export interface CsvWriting {
  separator: string;
  /** Empty for none. */
  quote: string;
  /** Empty for none. */
  comment: string;
  skipLines: number;
}

/** What comes of it. */
export interface CsvHandler {
  row(row: CsvRow): void;
  /** The end of the text stands inside quotation marks that were opened here. */
  unclosed(offset: number): never;
  /** A cell or line goes beyond what is read. */
  tooLong(offset: number): never;
}
