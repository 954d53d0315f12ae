import { isDecimalText } from '../domain/decimal.ts';
import { DELIVERY_STATUSES } from '../domain/delivery-status.table.ts';
import { Fault } from '../domain/fault.ts';
import { FILE_STATUSES } from '../domain/file-status.table.ts';
import { LEARNED_LINK_STATUSES } from '../domain/learned-link-status.table.ts';
import { ORDER_MATCH_STATUSES } from '../domain/order-match-status.table.ts';
import type { ListRequest } from '../pipeline/ledger-port.ts';
import { didYouMeanHint } from './did-you-mean-hint.ts';
import { SEARCH_FIELDS, type SearchField } from './search-field.table.ts';
import type { ShowKind } from './show-kind.table.ts';
import { dayOf, instantOf, type Today } from './search-time.ts';

type Condition = ListRequest['conditions'][number];
type Comparison = Condition['comparison'];

/** Conditions that one query may hold: more is no search that a person writes. */
const MAX_CONDITIONS = 20;

/**
 * The search language (contract 1): `status:held supplier:50001 amount:>10000 since:monday "two words"`. All
 * conditions hold; a word without a colon is looked for in number, key and party. Throws `WRONG_USE` with a
 * suggestion on a field or value that the kind does not have, since an ignored condition would show too much.
 */
export function parseSearchQuery(query: string, kind: ShowKind, today: Today): Condition[] {
  const words = splitQuery(query);
  if (words.length > MAX_CONDITIONS) {
    throw wrongUse(`the query has ${words.length} conditions`, `At most ${MAX_CONDITIONS} can be given.`);
  }
  return words.map((word) => condition(word, kind, today));
}

/** Words at white space, quotes keep them together: `name:"two words"`. */
function splitQuery(query: string): { field: string | null; value: string }[] {
  return [...query.matchAll(/(?:([A-Za-z]+):)?(?:([<>]=?|=)?"([^"]*)"|(\S+))/g)].map((match) => ({
    field: match[1] ?? null,
    value: match[3] === undefined ? (match[4] ?? '') : `${match[2] ?? ''}${match[3]}`,
  }));
}

function condition(word: { field: string | null; value: string }, kind: ShowKind, today: Today): Condition {
  if (word.field === null) return { field: 'text', comparison: 'contains', value: word.value };
  const name = word.field.toLowerCase();
  const spec = SEARCH_FIELDS[name];
  const known = Object.keys(SEARCH_FIELDS).filter((field) => SEARCH_FIELDS[field]?.kinds.includes(kind));
  if (spec === undefined || !spec.kinds.includes(kind)) {
    const said =
      spec === undefined ? `"${word.field}:" is no search field` : `"${word.field}:" says nothing about ${kind}`;
    throw wrongUse(said, `${didYouMeanHint(name, known)} Known for ${kind}: ${known.join(', ')}.`);
  }
  const { comparison, value } = splitComparison(word.value);
  if (comparison !== '=' && !spec.ordered)
    throw wrongUse(`"${name}:" takes no "${comparison}"`, `Write ${name}:VALUE.`);
  if (value === '') throw wrongUse(`"${name}:" has no value`, `Write ${name}:VALUE, without a space after the colon.`);
  return { field: spec.field, ...readValue(name, spec, comparison, value, kind, today) };
}

function splitComparison(written: string): { comparison: Comparison; value: string } {
  const sign = /^(>=|<=|>|<|=)/.exec(written)?.[1] as Comparison | undefined;
  return sign === undefined
    ? { comparison: '=', value: written }
    : { comparison: sign, value: written.slice(sign.length) };
}

function readValue(
  name: string,
  spec: SearchField,
  comparison: Comparison,
  value: string,
  kind: ShowKind,
  today: Today,
): { comparison: Comparison; value: string } {
  switch (spec.value) {
    case 'text':
      return { comparison: name === 'name' ? 'contains' : comparison, value };
    case 'status':
      return { comparison, value: statusValue(value, kind) };
    case 'amount':
      if (!isDecimalText(value))
        throw wrongUse(`"${value}" is no amount`, `Write ${name}:1234.50, with a point and without spaces.`);
      return { comparison, value };
    case 'date':
      return { comparison, value: dayOf(value, today).toString() };
    case 'since':
      return { comparison: '>=', value: instantOf(value, today) };
    case 'until':
      return { comparison: '<', value: instantOf(value, today) };
  }
}

/** A status as people name it to what the ledger keeps: order match statuses are kept by their number. */
function statusValue(word: string, kind: ShowKind): string {
  const names = statusNames(kind);
  const found = names.get(word.toLowerCase());
  if (found !== undefined) return found;
  const known = [...names.keys()].filter((name) => !/^\d+$/.test(name));
  throw wrongUse(`"${word}" is no status of ${kind}`, `${didYouMeanHint(word, known)} Known: ${known.join(', ')}.`);
}

/** What may be written for a status, and what the ledger keeps for it. */
function statusNames(kind: ShowKind): Map<string, string> {
  if (kind === 'supplier-invoice') {
    return new Map(
      Object.entries(ORDER_MATCH_STATUSES).flatMap(([code, { name }]) => [
        [code, code] as const,
        [name, code] as const,
      ]),
    );
  }
  const words =
    kind === 'file'
      ? Object.keys(FILE_STATUSES)
      : kind === 'delivery'
        ? Object.keys(DELIVERY_STATUSES)
        : kind === 'learned-link'
          ? Object.keys(LEARNED_LINK_STATUSES)
          : ALERT_STATUSES;
  return new Map(words.map((word) => [word, word]));
}

/** An alert has no table of its own: it is open until what raised it is gone, and may be muted meanwhile. */
const ALERT_STATUSES = ['open', 'muted', 'cleared'];

function wrongUse(message: string, hint: string): Fault {
  return new Fault('WRONG_USE', message, { hint: hint.trim() });
}
