import type { XmlElement } from '../../../formats/xml/xml-tree.ts';
import { ExpressionRefusal } from './expression-refusal.ts';

/** What an expression may ask of one object: names and entries of lists together. More is a runaway. */
const MOST_ASKED = 1_000_000;

/** Takes an element that was read, or one of its attributes. */
export type ReadElement = (element: XmlElement, attribute: string | null) => void;

/** How much an expression has asked of an object and of all that is in it. */
export interface Asked {
  count: number;
  /** Takes what was read of the file; left out while documents pass. */
  read?: ReadElement;
}

/**
 * An object as an expression sees it: values by name, each made when it is asked for. It is a map because expressions
 * read maps by their `get`: no name can reach into the program. It is not gone through like a list.
 */
export class ObjectView extends Map<string, unknown> {
  readonly #find: (name: string) => unknown;
  readonly #text: string | undefined;
  readonly #asked: Asked;

  /** `find`: the value of a name, undefined where there is none. `text`: what stands in it beside names. */
  constructor(find: (name: string) => unknown, text: string | undefined, asked: Asked) {
    super();
    this.#find = find;
    this.#text = text;
    this.#asked = asked;
  }

  override get(name: unknown): unknown {
    if (typeof name !== 'string') return undefined;
    const value = super.has(name) ? super.get(name) : this.#find(name);
    if (value !== undefined) super.set(name, value);
    this.#asked.count += Array.isArray(value) ? 1 + value.length : 1;
    if (this.#asked.count > MOST_ASKED)
      throw new ExpressionRefusal(
        'This expression goes through too much: it was stopped.',
        'Go through each list once only, or make the list a list of the document (each).',
      );
    return value;
  }

  /** The text that stands in it, without blanks around; undefined where there is none. */
  get text(): string | undefined {
    return this.#text;
  }

  override keys(): never {
    throw new ExpressionRefusal(
      'This is one object, not a list.',
      'Where it may stand once or several times, write list(…) around it: list(source.Line).',
    );
  }

  /** To be called before each evaluation: what was asked before does not count. */
  beginAnew(): void {
    this.#asked.count = 0;
  }
}
