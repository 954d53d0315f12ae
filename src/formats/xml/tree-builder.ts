import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { expandedAttributes } from './expanded-attributes.ts';
import { adopt, NO_CHILDREN, type OpenElement, settleText } from './open-element.ts';
import { MalformedXml, XmlLimitExceeded } from './parse-stop.ts';
import { singleCopy } from './single-copy.ts';
import { afterSinkTag, SunkElement } from './sunk-element.ts';
import type { TreeWatch } from './tree-watch.ts';
import type { XmlLimits } from './xml-limits.table.ts';
import type { SinkTable, XmlElement } from './xml-tree.ts';

/**
 * Builds the tree from the parser's events.
 *
 * `top` is the innermost open element. `mark` is where the last token ended that gave an event: where the trouble of a
 * fault began. `tagStart` is the same without attributes: where the next start tag stands, or the comments before it.
 *
 * The text of an element with a sink goes there directly where it is plain base64, past the parser, which would
 * look at every character. The parser does not see that text, so it is counted in `skipped`.
 *
 * The parser gets six handlers and no more: with a seventh its object has so many properties that the engine
 * stores them another way, and parsing takes five times as long (0.10 ms against 0.57 ms for 10 kB).
 */
export class TreeBuilder {
  readonly #parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  readonly #limits: XmlLimits;
  readonly #sinks: SinkTable;
  readonly #watch: TreeWatch | null;
  #top: OpenElement | null = null;
  #root: XmlElement | null = null;
  #depth = 0;
  #nodes = 0;
  #mark = 0;
  #tagStart = 0;
  #fed = 0;
  #skipped = 0;
  #attributes: SaxesAttributeNS[] = [];
  #sunk: SunkElement | null = null;

  constructor(limits: XmlLimits, sinks: SinkTable, watch: TreeWatch | null = null) {
    this.#limits = limits;
    this.#sinks = sinks;
    this.#watch = watch;
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw new MalformedXml(error.message, this.#here, this.#mark);
    });
    parser.on('attribute', (attribute) => this.#attribute(attribute as SaxesAttributeNS));
    parser.on('opentag', (tag) => this.#open(tag as SaxesTagNS));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#text(text, -1));
    parser.on('cdata', (text) => this.#text(text, 0));
  }

  /** How far the text has been taken, in UTF-16 units. */
  get taken(): number {
    return this.#fed + this.#skipped;
  }

  /** How far the parser is, while it calls us: between two pieces its own position counts the last one twice. */
  get #here(): number {
    return this.#parser.position + this.#skipped;
  }

  /** Where the token begins that is being read: what stands before it is asked for no more. */
  get tokenStart(): number {
    return this.#tagStart;
  }

  /** Elements and attributes that are kept. A watch that takes some from the tree says so. */
  get nodes(): number {
    return this.#nodes;
  }

  set nodes(kept: number) {
    this.#nodes = kept;
  }

  get root(): XmlElement | null {
    return this.#root;
  }

  /** The innermost element that is open. */
  get open(): XmlElement | null {
    return this.#top;
  }

  /** The next token stands here. White space before the first `<` gives no event, so the caller says where that is. */
  begin(token: number): void {
    this.#mark = token;
    this.#tagStart = token;
  }

  /** Takes the next piece of the text. */
  feed(piece: string): void {
    let from = 0;
    while (from < piece.length) {
      if (this.#sunk !== null && this.#sunk.plainUpTo === this.taken) from += this.#feedSink(this.#sunk, piece, from);
      const to = afterSinkTag(this.#sinks, piece, from);
      this.#parser.write(from === 0 && to === piece.length ? piece : piece.slice(from, to));
      this.#fed += to - from;
      this.#watch?.settled();
      from = to;
      this.#checkToken();
    }
  }

  /** The text is at its end. */
  end(): void {
    this.#parser.close();
  }

  #feedSink(sunk: SunkElement, piece: string, from: number): number {
    const { text, isAll } = sunk.plainText(piece, from);
    this.#skipped += text.length;
    sunk.plainUpTo = isAll ? -1 : this.taken;
    this.#sink(sunk, text);
    this.begin(this.taken);
    return text.length;
  }

  #sink(sunk: SunkElement, text: string): void {
    sunk.write(text);
    if (sunk.characters > this.#limits.sunkCharacters) this.#exceeded('sunkCharacters');
  }

  #attribute(attribute: SaxesAttributeNS): void {
    this.#mark = this.#here;
    if (this.#attributes.length >= this.#limits.attributesPerElement) this.#exceeded('attributesPerElement');
    this.#count();
    this.#attributes.push(attribute);
  }

  #count(): void {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.nodes) this.#exceeded('nodes');
  }

  #open(tag: SaxesTagNS): void {
    this.#watch?.settled();
    this.#depth += 1;
    if (this.#depth > this.#limits.depth) this.#exceeded('depth');
    this.#count();
    const parent = this.#top;
    const element: OpenElement = {
      namespace: singleCopy(tag.uri),
      name: singleCopy(tag.local),
      attributes: expandedAttributes(this.#attributes),
      children: NO_CHILDREN,
      text: '',
      mixed: null,
      parent,
      offset: this.#tagStart,
      sunk: null,
    };
    if (parent === null) this.#root = element;
    else adopt(parent, element);
    this.#top = element;
    if (this.#attributes.length > 0) this.#attributes = [];
    this.begin(this.#here);
    this.#watch?.opened(element, this.#depth);
    const makeSink = this.#sinks.get(tag.local);
    if (makeSink !== undefined && this.#sunk === null) this.#sunk = new SunkElement(element, makeSink(), this.#here);
  }

  #close(): void {
    this.#watch?.settled();
    const element = this.#top;
    if (element === null) return;
    if (element === this.#sunk?.element) {
      element.sunk = this.#sunk.end();
      this.#sunk = null;
    }
    if (element.mixed !== null) settleText(element, element.mixed);
    this.#watch?.closed(element, this.#depth);
    this.#top = element.parent as OpenElement | null;
    this.#depth -= 1;
    this.begin(this.#here);
  }

  #text(text: string, markShift: number): void {
    this.begin(this.#here + markShift);
    this.#watch?.settled();
    const element = this.#top;
    if (element === null) return;
    if (this.#sunk !== null) this.#sink(this.#sunk, text);
    else element.text = element.text === '' ? text : element.text + text;
  }

  #checkToken(): void {
    const limit = this.#sunk === null ? 'textCharacters' : 'sunkCharacters';
    if (this.taken - this.#mark > this.#limits[limit]) this.#exceeded(limit);
  }

  #exceeded(limit: keyof XmlLimits): never {
    throw new XmlLimitExceeded(
      limit,
      this.#sunk?.element.offset ?? (limit === 'textCharacters' ? this.#mark : this.#here),
    );
  }
}
