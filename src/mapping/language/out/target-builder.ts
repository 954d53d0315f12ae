import type { TargetNode } from '../../../formats/records/target-node.ts';

/** A node while the rows of a mapping write into it. `Origin` is what is kept of where each value came from. */
export class TargetBuilder<Origin> {
  readonly name: string;
  /** Where it will stand in the file, for people: `Lines/Line[2]`; empty at the top. */
  readonly place: string;
  readonly #attributes: { name: string; value: string }[] = [];
  readonly #children: TargetBuilder<Origin>[] = [];
  #content: string | boolean | undefined;
  #as: TargetNode['as'];
  #list: TargetNode['list'];
  #origin: Origin | undefined;

  constructor(name: string, place: string) {
    this.name = name;
    this.place = place;
  }

  /** Does nothing stand in it yet? */
  get isEmpty(): boolean {
    return this.#content === undefined && this.#attributes.length === 0 && this.#children.length === 0;
  }

  /** Where something of this name stands in it, for people. */
  under(name: string): string {
    return this.place === '' ? name : `${this.place}/${name}`;
  }

  /** Is something written at this path from here? */
  has(names: readonly string[], attribute: string | undefined): boolean {
    const [name, ...rest] = names;
    if (name !== undefined) return this.#children.some((child) => child.name === name && child.has(rest, attribute));
    return attribute === undefined ? !this.isEmpty : this.#attributes.some((one) => one.name === attribute);
  }

  /** The node at a path, made where it is not there yet: rows with the same way write into one node. Entries of lists are nobody's way. */
  at(names: readonly string[]): TargetBuilder<Origin> {
    const [name, ...rest] = names;
    if (name === undefined) return this;
    const known = this.#children.find((child) => child.name === name && child.#list === undefined);
    return (known ?? this.#added(new TargetBuilder<Origin>(name, this.under(name)))).at(rest);
  }

  /** One more node, whatever has the same name. */
  add(node: TargetBuilder<Origin>, list: TargetNode['list']): void {
    node.#list = list;
    this.#added(node);
  }

  /** Takes over what stands in another node. */
  absorb(node: TargetBuilder<Origin>): void {
    this.#attributes.push(...node.#attributes);
    this.#children.push(...node.#children);
    if (node.#content === undefined) return;
    this.#content = node.#content;
    this.#as = node.#as;
    this.#origin = node.#origin;
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.push({ name, value });
  }

  setContent(content: string | boolean, as: TargetNode['as'], origin: Origin): void {
    this.#content = content;
    this.#as = as;
    this.#origin = origin;
  }

  /** The finished node; `origins` learns where the values of it and of the nodes in it came from. */
  toNode(origins: Map<TargetNode, Origin>): TargetNode {
    const node: TargetNode = {
      name: this.name,
      attributes: this.#attributes,
      content: this.#content ?? this.#children.map((child) => child.toNode(origins)),
      ...(this.#as === undefined ? {} : { as: this.#as }),
      ...(this.#list === undefined ? {} : { list: this.#list }),
    };
    if (this.#origin !== undefined) origins.set(node, this.#origin);
    return node;
  }

  #added(node: TargetBuilder<Origin>): TargetBuilder<Origin> {
    this.#children.push(node);
    return node;
  }
}
