import { PathCursor } from './path-cursor.ts';
import {
  type AlternativeSyntax,
  type NameSyntax,
  PathProblem,
  type PathSyntax,
  type PredicateSyntax,
  type StepSyntax,
} from './path-syntax.ts';

const MOST_LEVELS = 8;

/**
 * Reads a path: steps by `/`; `@attribute` last; `.`; `..`; `*`; `[n]`; `[@a='x']`, `[child!='x']`, `[child]`,
 * `[path=/other/path]`; `a | b`; names with blanks in quotes. Throws a `PathProblem` with its place where it is none.
 */
export function parsePath(source: string): PathSyntax {
  const cursor = new PathCursor(source);
  const path = readPath(cursor, 0);
  cursor.skipBlanks();
  if (!cursor.atEnd) throw unexpected(cursor);
  return path;
}

function readPath(cursor: PathCursor, level: number): PathSyntax {
  if (level > MOST_LEVELS)
    throw new PathProblem('Too many brackets stand inside each other.', 'Write a simpler path.', cursor.at);
  const from = cursor.at;
  const alternatives = [readAlternative(cursor, level)];
  while (cursor.takes('|')) alternatives.push(readAlternative(cursor, level));
  return { source: cursor.source.slice(from, cursor.at).trim(), alternatives };
}

function readAlternative(cursor: PathCursor, level: number): AlternativeSyntax {
  cursor.skipBlanks();
  const start = cursor.at;
  const absolute = cursor.takes('/');
  if (absolute && cursor.next === '/') {
    throw new PathProblem(
      '"//" is not known in paths.',
      'Write the names on the way, or * for any name: /*/Order.',
      start,
    );
  }
  const steps: StepSyntax[] = [];
  if (absolute && cursor.endsPath) return { absolute, steps, attribute: null };
  while (true) {
    cursor.skipBlanks();
    if (cursor.takes('@')) {
      const attribute = readName(cursor);
      if (cursor.next === '/' || cursor.next === '[')
        throw new PathProblem(
          'Nothing can follow an attribute.',
          'An attribute is the last step of a path.',
          cursor.at,
        );
      return { absolute, steps, attribute };
    }
    const step = readStep(cursor, level);
    if (step !== null) steps.push(step);
    if (!cursor.takes('/')) return { absolute, steps, attribute: null };
  }
}

/** Null for `.`, which goes nowhere. */
function readStep(cursor: PathCursor, level: number): StepSyntax | null {
  if (cursor.takes('..')) return { does: 'parent' };
  if (cursor.takes('.')) return null;
  const name = readName(cursor);
  const predicates: PredicateSyntax[] = [];
  while (cursor.next === '[') predicates.push(readPredicate(cursor, level));
  return { does: 'child', name, predicates };
}

function readName(cursor: PathCursor): NameSyntax {
  const at = cursor.at;
  const quoted = cursor.quoted();
  if (quoted !== undefined) {
    if (quoted === '') throw new PathProblem('A name is empty.', 'Write the name between the quotation marks.', at);
    return { prefix: null, name: quoted, any: false, at };
  }
  const first = cursor.name() ?? (cursor.takes('*') ? '*' : undefined);
  if (first === undefined) throw unexpected(cursor);
  if (first === '*' || cursor.next !== ':') return { prefix: null, name: first, any: first === '*', at };
  cursor.takes(':');
  const local = cursor.name() ?? (cursor.takes('*') ? '*' : undefined);
  if (local === undefined) throw unexpected(cursor);
  return { prefix: first, name: local, any: local === '*', at };
}

function readPredicate(cursor: PathCursor, level: number): PredicateSyntax {
  const open = cursor.at;
  cursor.takes('[');
  cursor.skipBlanks();
  const position = cursor.number();
  const predicate =
    position === undefined
      ? readTest(cursor, level)
      : ({ does: 'position', position: checked(position, open) } as const);
  cursor.skipBlanks();
  if (!cursor.takes(']')) {
    if (cursor.atEnd) throw new PathProblem('A bracket is not closed.', 'Close it with ].', open);
    throw unexpected(cursor);
  }
  return predicate;
}

function readTest(cursor: PathCursor, level: number): PredicateSyntax {
  const path = readPath(cursor, level + 1);
  cursor.skipBlanks();
  const isNot = cursor.takes('!=');
  if (!isNot && !cursor.takes('=')) return { does: 'there', path };
  cursor.takes('=');
  cursor.skipBlanks();
  const at = cursor.at;
  const literal = cursor.quoted();
  if (literal !== undefined) return { does: isNot ? 'is-not' : 'is', path, literal };
  const number = cursor.number();
  if (number !== undefined)
    throw new PathProblem('A value in a condition stands in quotation marks.', `Write '${number}'.`, at);
  return { does: isNot ? 'not-same-as' : 'same-as', path, other: readPath(cursor, level + 1) };
}

function checked(position: number, at: number): number {
  if (position >= 1) return position;
  throw new PathProblem('Places are counted from 1.', 'Write [1] for the first.', at);
}

function unexpected(cursor: PathCursor): PathProblem {
  if (cursor.atEnd)
    return new PathProblem(
      'The path ends too early.',
      'A name is missing at its end.',
      Math.max(cursor.source.length - 1, 0),
    );
  return new PathProblem(`"${cursor.next}" cannot stand here.`, unexpectedHint(cursor.source), cursor.at);
}

/** A path whose quotation marks YAML took, as `from: 'Order No'`, is shown as it has to be written. */
function unexpectedHint(path: string): string {
  const quotes = 'A name with blanks or signs in it stands in quotation marks of its own, within those of YAML';
  if (!/ /.test(path) || /['"[\]|=]/.test(path)) return `Steps are joined by /. ${quotes}: "'Order No'".`;
  const names = path.split('/').map((name) => (name.includes(' ') ? `'${name.trim()}'` : name));
  return `${quotes}: "${names.join('/')}".`;
}
