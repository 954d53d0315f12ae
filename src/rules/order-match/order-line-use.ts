import { type Decimal, decimal, isPositive, max, ZERO } from '../../domain/decimal.ts';
import type { LinkState } from '../../domain/decision.ts';
import { countedQuantity } from '../../domain/link-quantity.ts';
import type { PurchaseOrderLine } from '../../domain/documents.generated.ts';

/** How much of an order line others have used, in the order line's unit. */
export interface OrderLineUse {
  /** Invoiced, less what was credited: the file's and ours together. */
  invoiced: Decimal;
  /** What of it may be credited: less than `invoiced` where the order file may not know what we credited. */
  creditable: Decimal;
  /** Reserved by pending invoices: not open to anybody else. */
  reserved: Decimal;
  /** Reserved by pending credit notes and returns: not to be credited twice. */
  reservedReturn: Decimal;
  /** When an invoice was last received on the line; undefined where none was by us. */
  lastReceivedAt: string | undefined;
}

/**
 * What the order file and our own links together say of an order line (order-match.md 3, 13 and 25). `asOf` of the
 * file says which of our receipts it includes: those after it are added. A file without it may or may not include
 * them, so the larger of both counts; but what we credited is not credited a second time because the file does not know
 * of it yet (order-match.md 17).
 */
export function orderLineUse(
  line: PurchaseOrderLine,
  asOf: string | undefined,
  links: readonly LinkState[],
): OrderLineUse {
  const [reserved, reservedReturn] = [ZERO, ZERO];
  const use: OrderLineUse = { invoiced: ZERO, creditable: ZERO, reserved, reservedReturn, lastReceivedAt: undefined };
  let received = ZERO;
  let returned = ZERO;
  for (const link of links) {
    const counted = countedQuantity(link);
    const taken = link.kind === 'credit-note' ? counted.neg() : counted;
    if (link.state === 'received') {
      if (isAfter(link.receivedAt, asOf)) {
        if (isPositive(taken)) received = received.plus(taken);
        else returned = returned.minus(taken);
      }
      if (isPositive(taken)) use.lastReceivedAt = later(use.lastReceivedAt, link.receivedAt);
    } else if (link.state === 'pending') {
      if (isPositive(taken)) use.reserved = use.reserved.plus(taken);
      else use.reservedReturn = use.reservedReturn.minus(taken);
    }
  }
  const ofFile = decimal(line.invoicedQuantity ?? '0');
  const unknown = asOf === undefined;
  use.invoiced = unknown ? max(ofFile, received.minus(returned)) : ofFile.plus(received).minus(returned);
  use.creditable = unknown ? max(ofFile, received).minus(returned) : use.invoiced;
  return use;
}

/** Does the order file not include this receipt yet? A receipt without an instant is counted: too little open is the safe side. */
function isAfter(receivedAt: string | undefined, asOf: string | undefined): boolean {
  if (asOf === undefined || receivedAt === undefined) return true;
  return Temporal.Instant.compare(Temporal.Instant.from(receivedAt), Temporal.Instant.from(asOf)) > 0;
}

/** The later of two instants as the ledger writes them: UTC, so that their texts sort as they do. */
function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
