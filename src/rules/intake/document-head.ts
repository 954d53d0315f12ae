import { currencyDecimals } from '../../domain/currency.table.ts';
import { decimal, round, roundedText, sum } from '../../domain/decimal.ts';
import type { DocumentHead } from '../../domain/decision.ts';
import type { InboundDocument, PurchaseOrder } from '../../domain/documents.generated.ts';
import { orderNetPrice } from '../order-match/order-net-price.ts';

/** What lists show and search of a state document. */
export function documentHead(document: InboundDocument): DocumentHead {
  switch (document.document) {
    case 'supplier':
      return withoutAbsent({ party: document.supplierNo, number: document.organisationNo });
    case 'customer':
      return { party: document.customerNo };
    case 'product':
      return { number: document.productNo };
    case 'delivery-alternative':
      return withoutAbsent({ party: document.supplierNo, number: document.supplierProductNo });
    case 'purchase-order':
      return withoutAbsent({
        party: document.supplierNo,
        number: document.orderNo,
        amount: orderNet(document),
        currency: document.currency,
        date: document.orderDate,
      });
    default:
      return {}; // an event, whose head its own rule writes, or a type that nothing decides yet
  }
}

/** The order's net, each line rounded to the currency, as text. */
function orderNet(order: PurchaseOrder): string {
  const decimals = currencyDecimals(order.currency);
  const nets = order.lines.map((line) => round(orderNetPrice(line).times(decimal(line.quantity)), decimals));
  return roundedText(sum(nets), decimals);
}

function withoutAbsent(head: Record<string, string | undefined>): DocumentHead {
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
}
