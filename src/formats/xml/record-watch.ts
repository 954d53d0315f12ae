import { isStep, type RecordStep } from '../records/record-path.ts';
import { ownCopy } from '../text/own-copy.ts';
import { NO_CHILDREN, type OpenElement } from './open-element.ts';
import { XmlLimitExceeded } from './parse-stop.ts';
import type { TreeWatch } from './tree-watch.ts';

/** An element on the way to the records, or a record: what has to be known to take it from the tree. */
interface Passed {
  element: OpenElement;
  /** Which one of its name it is in its parent, from 1. */
  ordinal: number;
  /** Nodes that were kept before it. */
  nodesBefore: number;
  /** Characters of text that were kept before it. */
  charactersBefore: number;
  /** How many of each name have been opened in it, but for those that stay. */
  opened: Map<string, number>;
}

/** What a watch needs of the tree and does with it. */
export interface WatchedTree {
  nodes: () => number;
  keepNodes: (count: number) => void;
  nodesAround: number;
  charactersAround: number;
  /** Any element. */
  opened: (element: OpenElement) => void;
  /** An element that stays: it stands before records, or around them. */
  stays: (element: OpenElement) => void;
  gone: (element: OpenElement) => void;
  record: (element: OpenElement, chain: readonly { element: OpenElement; ordinal: number }[]) => void;
}

/**
 * Finds the records while the tree grows. A record is given when its end tag has been read and was the right one, and is
 * then taken from its parent; so is an element on the way to records at its end. Everything else before and around
 * stays. A record that is the root element is only known to be whole at the end of the text: it is given by `finish`.
 */
export class RecordWatch implements TreeWatch {
  readonly #steps: readonly RecordStep[];
  readonly #tree: WatchedTree;
  /** The open elements that fit the steps, outermost first. */
  readonly #passed: Passed[] = [];
  #inRecord = false;
  #closing: Passed | undefined;
  /** Nodes that are kept, as of the last start tag. */
  #nodes = 0;
  /** Characters of the texts that stay. */
  #characters = 0;

  constructor(steps: readonly RecordStep[], tree: WatchedTree) {
    this.#steps = steps;
    this.#tree = tree;
  }

  opened(element: OpenElement, depth: number): void {
    const nodesBefore = this.#nodes;
    this.#nodes = this.#tree.nodes();
    this.#tree.opened(element);
    if (this.#inRecord) return;
    if (this.#passed.length === depth - 1 && isStep(this.#steps[depth - 1], element)) {
      const opened = this.#passed[depth - 2]?.opened;
      const ordinal = (opened?.get(element.name) ?? 0) + 1;
      opened?.set(element.name, ordinal);
      const charactersBefore = this.#characters;
      this.#passed.push({ element, ordinal, nodesBefore, charactersBefore, opened: new Map() });
      this.#inRecord = depth === this.#steps.length;
    }
    if (this.#inRecord) return;
    this.#tree.stays(element);
    element.attributes = element.attributes.map((attribute) => ({ ...attribute, value: this.#kept(attribute.value) }));
    if (this.#nodes > this.#tree.nodesAround) throw new XmlLimitExceeded('nodesAround', element.offset);
  }

  closed(element: OpenElement): void {
    const last = this.#passed[this.#passed.length - 1];
    if (last?.element === element) this.#closing = last;
    else if (!this.#inRecord) element.text = this.#kept(element.text);
    if (this.#characters > this.#tree.charactersAround) throw new XmlLimitExceeded('charactersAround', element.offset);
  }

  settled(): void {
    if (this.#closing !== undefined && this.#closing.element.parent !== null) this.#take(this.#closing);
  }

  /** The text has ended well. */
  finish(): void {
    if (this.#closing !== undefined) this.#take(this.#closing);
  }

  #kept(text: string): string {
    this.#characters += text.length;
    return ownCopy(text);
  }

  #take(closing: Passed): void {
    this.#closing = undefined;
    if (this.#inRecord) this.#tree.record(closing.element, this.#passed);
    else this.#tree.gone(closing.element);
    this.#inRecord = false;
    this.#passed.pop();
    if (closing.element.parent !== null) remove(closing.element, closing.element.parent as OpenElement);
    this.#characters = closing.charactersBefore;
    const taken = this.#nodes - closing.nodesBefore;
    this.#nodes -= taken;
    this.#tree.keepNodes(this.#tree.nodes() - taken);
  }
}

/** Takes the last child from its parent, and the text before it: its place among text is known to nobody any more. */
function remove(child: OpenElement, parent: OpenElement): void {
  if (parent.children[parent.children.length - 1] === child) parent.children.pop();
  parent.mixed?.pop();
  if (parent.children.length === 0) {
    parent.children = NO_CHILDREN;
    parent.mixed = null;
  }
  parent.text = '';
}
