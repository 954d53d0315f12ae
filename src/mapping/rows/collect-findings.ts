import type { Finding } from '../../domain/decision.ts';
import type { Place } from '../../domain/documents.generated.ts';
import type { XmlDocument, XmlElement } from '../../formats/xml/xml-tree.ts';
import type { Prefixes } from './compile-path.ts';
import { sourcePath } from './source-path.ts';

/** More findings of one document help nobody; the rest is counted. */
const MOST_FINDINGS = 200;

/** Collects what is found in one XML document, each finding with line, column and path. */
export class CollectFindings {
  readonly #document: XmlDocument;
  readonly #prefixes: Prefixes;
  readonly #findings: Finding[] = [];
  #left = 0;

  constructor(document: XmlDocument, prefixes: Prefixes) {
    this.#document = document;
    this.#prefixes = prefixes;
  }

  add(finding: Omit<Finding, 'at'>, element: XmlElement): void {
    if (this.#findings.length >= MOST_FINDINGS) this.#left += 1;
    else this.#findings.push({ ...finding, at: this.placeOf(element) });
  }

  placeOf(element: XmlElement): Place {
    const { line, column } = this.#document.placeOf(element);
    return { line, column, path: sourcePath(element, this.#prefixes) };
  }

  get findings(): Finding[] {
    if (this.#left === 0) return this.#findings;
    const message = `There are ${this.#left} more findings of this kind; the first ${MOST_FINDINGS} are listed.`;
    const hint = 'Repair the first ones: they probably have one cause.';
    const at = this.placeOf(this.#document.root);
    return [...this.#findings, { code: 'VALUE_INVALID', severity: 'error', message, hint, at }];
  }
}
