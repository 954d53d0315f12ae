import { type DocumentNode, documentPlace } from './document-node.ts';
import { findNodes } from './document-path.ts';
import type { GroupRow, ListRow, OutField, OutRow } from './out-row.ts';
import { outValues } from './out-values.ts';
import { type Builder, type OutWriting, type RowOutcome, scopeOf } from './out-writing.ts';

/** Writes the fields of one object into a node. */
export function applyOut(fields: readonly OutField[], at: DocumentNode, into: Builder, writing: OutWriting): void {
  for (const field of fields) applyField(field, at, into, writing);
}

/** Rows of one field: the first that finds something counts; where none does the last one that was asked says whether the field may be missing. */
function applyField(rows: OutField, at: DocumentNode, into: Builder, writing: OutWriting): void {
  let last: OutRow | undefined;
  for (const row of rows) {
    const outcome = applyRow(row, at, into, writing);
    if (outcome === 'written' || outcome === 'refused') return;
    if (outcome !== 'nothing') continue;
    writing.trace?.({ to: into.under(row.to.text), row: row.at, steps: [], note: 'nothing found' });
    last = row;
  }
  if (last === undefined || last.optional) return;
  const looked = last.from === null ? 'There is nothing' : `Nothing stands at "${last.from.source}"`;
  const stood = at.parent === null ? '' : ` of ${documentPlace(at)}`;
  writing.report(last, at, {
    code: 'VALUE_MISSING',
    message: `${looked}${stood}, and ${into.under(last.to.text)} needs it.`,
    hint: 'Where the file may be without it, write optional: true or a default in this row.',
  });
}

function applyRow(row: OutRow, at: DocumentNode, into: Builder, writing: OutWriting): RowOutcome {
  if (row.when !== null) {
    const held = row.when.evaluate(scopeOf(at, writing));
    if ('refused' in held) {
      writing.report(row, at, { message: held.refused, hint: held.hint });
      return 'refused';
    }
    if (!('value' in held) || held.value !== true) {
      writing.trace?.({
        to: into.under(row.to.text),
        row: row.at,
        steps: [],
        note: 'its condition (when) does not hold',
      });
      return 'not-asked';
    }
  }
  switch (row.does) {
    case 'group':
      return applyGroup(row, at, into, writing);
    case 'list':
      return applyList(row, at, into, writing);
    default:
      return outValues(row, at, into, writing);
  }
}

function applyGroup(row: GroupRow, at: DocumentNode, into: Builder, writing: OutWriting): RowOutcome {
  const found = findNodes(row.from, at);
  const [first, second] = found;
  if (first === undefined) return 'nothing';
  if (second !== undefined) return refuseSeveral(row, found, writing);
  const built = writing.newBuilder(row.to.names.at(-1) ?? '', into.under(row.to.text));
  if (!isThere(row, first, built, writing)) return 'written';
  if (row.always) into.at(row.to.names.slice(0, -1)).add(built, undefined);
  else if (!built.isEmpty) into.at(row.to.names).absorb(built);
  return 'written';
}

/** Writes a group or an entry. It is left out without the field that it needs, and what is missing in it is not missing then. */
function isThere(
  { fields, needs }: GroupRow | ListRow,
  at: DocumentNode,
  built: Builder,
  writing: OutWriting,
): boolean {
  const before = writing.found.length;
  applyOut(fields, at, built, writing);
  if (needs === null || built.has(needs.names, needs.attribute)) return true;
  const inside = writing.found.splice(before);
  writing.found.push(...inside.filter(({ code }) => code !== 'VALUE_MISSING'));
  return false;
}

function refuseSeveral(row: GroupRow, found: readonly DocumentNode[], writing: OutWriting): RowOutcome {
  writing.report(row, found[1] as DocumentNode, {
    message: `There are ${found.length} objects at "${row.from.source}", and ${row.to.text} is one group.`,
    hint: 'Write "each" in place of "at" for a list, or say in brackets which one is meant: [1], [kind=\'freight\'].',
  });
  return 'refused';
}

function applyList(row: ListRow, at: DocumentNode, into: Builder, writing: OutWriting): RowOutcome {
  const found = findNodes(row.from, at);
  const around = row.to.names.slice(0, -1);
  const name = row.to.names.at(-1) ?? '';
  const outer = writing.position;
  let entries = 0;
  for (const [index, node] of found.entries()) {
    writing.position = entries + 1;
    const built = writing.newBuilder(name, into.under(`${row.to.text}[${index + 1}]`));
    if (!isThere(row, node, built, writing)) continue;
    into.at(around).add(built, 'entry');
    entries += 1;
  }
  writing.position = outer;
  if (entries === 0 && row.keepsEmpty && (found.length > 0 || row.optional))
    into.at(around).add(writing.newBuilder(name, into.under(name)), 'empty');
  return found.length === 0 ? 'nothing' : 'written';
}
