import type { XmlLimits } from './xml-limits.table.ts';

/** Stops the parser at text that is no XML. Becomes a fault with line and column where the text is known. */
export class MalformedXml extends Error {
  /** Where the parser noticed. */
  readonly offset: number;
  /** Where the token began in which it noticed. */
  readonly mark: number;

  constructor(message: string, offset: number, mark: number) {
    super(message);
    this.offset = offset;
    this.mark = mark;
  }
}

/** Stops the parser at a limit. */
export class XmlLimitExceeded extends Error {
  readonly limit: keyof XmlLimits;
  readonly offset: number;

  constructor(limit: keyof XmlLimits, offset: number) {
    super(limit);
    this.limit = limit;
    this.offset = offset;
  }
}
