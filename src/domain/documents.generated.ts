// Generated from schemas/documents/*.schema.json by src/tools/generate.ts. Do not edit.

/** The answer to a dropped file: one per file. Later news are results and alerts. */
export interface Acknowledgement {
  document: 'acknowledgement';
  /** The delivery id of this acknowledgement. */
  deliveryId?: string;
  file: {
    id: string;
    /** The full original name. */
    name: string;
    channel: string;
    sha256: string;
    bytes: number;
    receivedAt: InstantText;
    replayOf?: string;
  };
  processedAt: InstantText;
  /** `held`: taken in, waiting for a person or another document. */
  outcome: 'accepted' | 'held' | 'rejected' | 'duplicate' | 'partly-accepted';
  documents: {
    document: string;
    key: string;
    outcome: string;
    status?: string;
    reasons: ReasonRecord[];
  }[];
  counts: {
    documents: number;
    accepted: number;
    held: number;
    rejected: number;
    duplicate: number;
  };
  findings: FindingRecord[];
  /** For a duplicate: the answer that was given the first time. */
  firstAcknowledgement?: unknown;
}

/** An operator's action as a file, taken in from inbox/commands only, where that channel is switched on. The same commandId is done once; a refused one may be sent again. */
export interface Command {
  /** Says that this is a command. */
  document: 'command';
  /** The sender's own number for this command: by it a repetition is recognised. */
  commandId: string;
  /** What is to be done: Ordrematch processing, Oppdater fakturaverdier, Oppdater verdier og motta faktura, Avvis faktura, the link of an invoice line, or its removal; an output sent again; an output or a file marked as dealt with. */
  action:
    | 'invoice-match'
    | 'invoice-update'
    | 'invoice-receive'
    | 'invoice-reject'
    | 'invoice-link'
    | 'invoice-unlink'
    | 'delivery-resend'
    | 'delivery-handle'
    | 'file-handle';
  /** The documentId of the invoice, or supplierNo/invoiceNo while that is the only one; of a delivery or a file its id. */
  key: string;
  /** Of update and receive: order lines as ORDERNO/LINENO, left out for all. Of link and unlink: the number of the invoice line. */
  lines?: string[];
  /** Of link: the order line as ORDERNO/LINENO. */
  order?: string;
  /** Of link: our product number, whose order line is then found. Visma: ProdNo (Produktnr). */
  product?: string;
  /** Of update and receive: another document of this supplier has the same number, and both are owed. Without it such an invoice is refused with DUPLICATE. */
  acceptDuplicate?: boolean;
  /** Why it is done; it is kept in the history. */
  reason: string;
  /** Who does it; the history shows it as commands:<user>. */
  user: string;
}

/** A customer as Visma knows it. Visma: Actor (Aktør). */
export interface Customer {
  /** Says that this is a customer. */
  document: 'customer';
  /** Visma: CustNo (Kundenr). */
  customerNo: string;
  /** Visma: Navn. */
  name: string;
  /** Orders of this customer are paid before they are delivered. */
  prepayment?: boolean;
  /** ePack's code. */
  paymentTerms?: string;
}

/** What a supplier calls a product of ours, and how the supplier packs it. Visma: DelAlt (Leveringsalternativ). */
export interface DeliveryAlternative {
  /** Says that this is a delivery alternative. */
  document: 'delivery-alternative';
  /** Visma: Lev.nr. */
  supplierNo: string;
  /** Visma: ProdNo (Produktnr). */
  productNo: string;
  /** The number that stands on the supplier's invoices; compared exactly, leading zeros kept. Visma: Produktnr hos lev.. */
  supplierProductNo?: string;
  /** On the freight product: the words that make a charge freight, separated by comma, semicolon or bar. Visma: Beskrivelse hos lev.. */
  supplierDescription?: string;
  /** How many of the product's unit are in one pack unit; more than zero. */
  packQuantity?: DecimalText;
  /** UN/ECE Recommendation 20 or 21 code of the pack. */
  packUnit?: string;
}

/** An order was invoiced in Visma: its history, the deletion of the order and what is outstanding, as one file, so that ePack does all of it or nothing. */
export interface EpackInvoiced {
  /** Says that this is a ePack invoiced. */
  document: 'epack-invoiced';
  /** The delivery id that also stands in the file name. */
  deliveryId?: string;
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** ePack's number of the order. */
  orderNo: string;
  /** The order is deleted in ePack once its history is written. */
  deleteOrder: true;
  /** What ePack keeps of it and shows on the file of the customer; amounts and dates as far as Visma told them. */
  history: InvoicedHistory;
}

/** What ePack keeps of it and shows on the file of the customer; amounts and dates as far as Visma told them. */
export interface InvoicedHistory {
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** ePack's number of the order. */
  orderNo: string;
  customerNo: string;
  /** Visma: referenceNumber. */
  invoiceNo: string;
  /** Visma: documentDate. */
  invoiceDate?: PlainDateText;
  /** Visma: documentDueDate. */
  dueDate?: PlainDateText;
  /** Of the invoice, without VAT. */
  net?: DecimalText;
  /** Visma: vatTotal. */
  vat?: DecimalText;
  /** Visma: amount. */
  gross?: DecimalText;
  /** What the client still owes of it. Visma: balance. */
  outstanding?: DecimalText;
  currency: string;
  /** The lines as they were sent to Visma. */
  lines: InvoicedLine[];
}

export interface InvoicedLine {
  /** Visma: lineNbr. */
  lineNo: number;
  /** Visma: inventoryId / OrdLn.ProdNo (Produktnr). */
  productNo: string;
  description?: string;
  /** In the line's unit; zero on a line of which nothing was delivered. Visma: quantity / OrdLn.NoInvoAb (Antall). */
  quantity: DecimalText;
  /** UN/ECE Recommendation 20 code; left out: the product's. Visma: uom. */
  unit?: string;
  /** Price of one unit, before the discount. Visma: unitPrice. */
  unitPrice: DecimalText;
  /** Visma: discountPercent. */
  discountPercent?: DecimalText;
}

/** Where a sales order stands: sent to ePack with every change. */
export interface EpackStatus {
  /** Says that this is a ePack status. */
  document: 'epack-status';
  /** The delivery id that also stands in the file name. */
  deliveryId?: string;
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** ePack's number of the order. */
  orderNo: string;
  /** The last export; 0 before the first. */
  attempt: number;
  /** Of the invoicing order; null once it is deleted, cancelled or invoiced. */
  invoicingStatus: 'forwarding' | 'forwarding-failed' | 'forwarded' | 'invoice-created' | 'invoice-error' | null;
  /** As the dispatch screen shows it. */
  shipmentStatus: 'open' | 'in-invoicing' | 'to-be-corrected' | 'no-invoice' | 'invoiced';
  /** Visma's code that led to it: 200, 201, 202, 500. */
  code?: number;
  /** Of an invoice error: what caused it, in words. */
  errorText?: string;
  /** The same as a code. */
  cause?: string;
  /** Visma: orderId (orderNo). */
  vismaOrderNo?: string;
  /** Visma: shipmentNumber. */
  vismaShipmentNo?: string;
  invoiceNo?: string;
  /** When it came to this. */
  at: InstantText;
}

/** The answer to a supplier about one invoice or credit note: a Peppol Invoice Response. It leaves as a UBL ApplicationResponse, and only where it is switched on. */
export interface InvoiceResponse {
  document: 'invoice-response';
  /** The delivery id that also stands in the file name, and as the number of the message (cbc:ID). */
  deliveryId?: string;
  /** Key of the supplier invoice. */
  documentId: string;
  supplierNo: string;
  /** Of the decision that is told. */
  revision: number;
  /** Acknowledged, in process, under query, conditionally accepted, rejected, accepted, paid (UNCL4343, Peppol's part). */
  responseCode: ResponseCode;
  /** Day of the decision. */
  effectiveDate: PlainDateText;
  issueDate: PlainDateText;
  /** Time of day with its offset. */
  issueTime: string;
  /** Of the sentences. */
  language: 'en' | 'nb' | 'nl';
  /** The buyer: the address that the invoice was sent to. */
  sender: ResponseParty;
  /** The supplier. */
  receiver: ResponseParty;
  /** Why, and what the supplier is asked for. */
  clarifications: ResponseClarification[];
  /** The document that is answered. */
  invoice: {
    invoiceNo: string;
    issueDate?: PlainDateText;
    /** UNCL1001: 380 invoice, 381 credit note. */
    typeCode: string;
  };
}

/** Acknowledged, in process, under query, conditionally accepted, rejected, accepted, paid (UNCL4343, Peppol's part). */
export type ResponseCode = 'AB' | 'IP' | 'UQ' | 'CA' | 'RE' | 'AP' | 'PD';

export interface ResponseParty {
  endpoint: {
    /** Peppol's code of the address scheme (EAS). */
    scheme: string;
    id: string;
  };
  name: string;
}

export interface ResponseClarification {
  /** Peppol's list of reasons, or of actions that the supplier is asked for. */
  list: 'OPStatusReason' | 'OPStatusAction';
  code:
    | 'NON'
    | 'REF'
    | 'LEG'
    | 'REC'
    | 'QUA'
    | 'DEL'
    | 'PRI'
    | 'QTY'
    | 'ITM'
    | 'PAY'
    | 'UNR'
    | 'FIN'
    | 'PPD'
    | 'OTH'
    | 'NOA'
    | 'PIN'
    | 'NIN'
    | 'CNF'
    | 'CNP'
    | 'CNA';
  /** What the sentence says: never a limit, a setting or a number of our own. */
  reason?: ReasonRecord;
  conditions: {
    /** Business term of EN 16931. */
    attribute: string;
    /** What it should be. */
    value?: string;
  }[];
}

/** What an operator taught by linking an invoice line: this item of this supplier is that product of ours. Kept by Ordrebro, never taken in and never sent. */
export interface LearnedLink {
  /** Says that this is a learned link. */
  document: 'learned-link';
  /** A learned link counts for this supplier only. Visma: Lev.nr. */
  supplierNo: string;
  /** The first of these that an invoice line states: the supplier's item number, the standard item number, our own item number; a line that states none is known by its name and unit. */
  by: 'sellers-item-id' | 'standard-item-id' | 'buyers-item-id' | 'name';
  /** The item number or the name as it is compared: without regard to case, width and surrounding spaces. */
  alias: string;
  /** The item number or the name as it stood on the invoice that it was learned from. */
  written: string;
  /** Where the item is known by its name: the unit that the name was stated with. The same name in another unit is another item. */
  unit?: string;
  /** The product that the operator chose. Visma: ProdNo (Produktnr). */
  productNo: string;
  /** Counts how often this alias was taught this product: one that is revoked and taught again is a new one. */
  number: number;
  /** Unconfirmed until a person has received or confirmed a document that used it. */
  status: 'unconfirmed' | 'confirmed' | 'revoked';
  /** Who made the link. */
  learnedBy: string;
  learnedAt: InstantText;
  /** Key of the supplier invoice on which the link was made. */
  learnedFrom: string;
  /** How many documents that used it a person has received or confirmed. */
  confirmedTimes: number;
  /** The latest hundred of them, oldest first. */
  confirmations: LearnedLinkConfirmation[];
  /** Who took it back, when and why; a revoked link finds nothing any more. */
  revoked?: LearnedLinkRevocation;
}

/** A person's yes to a learned link. */
export interface LearnedLinkConfirmation {
  /** The supplier invoice that used it; left out where the link itself was confirmed. */
  documentId?: string;
  by: string;
  at: InstantText;
}

/** Who took it back, when and why; a revoked link finds nothing any more. */
export interface LearnedLinkRevocation {
  by: string;
  at: InstantText;
  reason: string;
}

/** What order match decided about a supplier invoice, with every figure. Figures of a credit note are positive; a negative line of an invoice keeps its sign. */
export interface OrderMatchResult {
  document: 'order-match-result';
  /** The delivery id that also stands in the file name. */
  deliveryId?: string;
  /** The head of the supplier invoice, with the supplier number it was found under. */
  supplierInvoice: Partial<Omit<SupplierInvoice, 'document' | 'lines'>> & { supplierNo: string | null };
  documentId: string;
  /** Visma: WfId (Visma ID). */
  vismaId: string | null;
  /** Visma: IncAcDocNo (Regn.dok.nr.). */
  accountingDocumentNo: number;
  revision: number;
  /** Visma: OrdNo (Ordrenr). */
  purchaseOrderNo: string | null;
  /** Visma: OrdMaSt (Ordrematch-status). */
  status: {
    code: number;
    name: string;
  };
  reasons: ReasonRecord[];
  appliedTolerance?: AppliedTolerance;
  /** What the supplier was told last; absent where nothing was. */
  invoiceResponse?: {
    responseCode: ResponseCode;
    /** Of the decision that was told. */
    revision: number;
  };
  orders: OrderMatchOrder[];
  createdLines: CreatedLine[];
  links: DocumentLink[];
  /** Order lines that a line without one may mean, the likeliest first. Found by similarity, never applied. */
  proposals: LinkProposal[];
  /** What to enter in Visma, so that what was learned is master data: one for each learned link that this document used. Left out where there is none. */
  deliveryAlternativeProposals?: DeliveryAlternativeProposal[];
  /** The voucher of the pre-registration, or null where none was written. */
  preregistration: Preregistration | null;
  /** The last receipt, or null where nothing was received yet. */
  receipt: Receipt | null;
  /** All receipts, oldest first, once there is one: an invoice that is received in parts has several. Each has its own number. */
  receipts?: Receipt[];
}

/** Match status of an order line; an order shows the worst of its lines. */
export type OrderLineMatchStatus =
  'none' | 'matched-inside' | 'added-charge' | 'received' | 'outside-tolerance' | 'no-product-link';

export interface ToleranceLimit {
  /** A per cent of the invoice amount, or an amount. */
  value: DecimalText;
  /** Where it is set: "mappings/site.yaml company.tolerancePercent", "supplier 50001 toleranceAmount". */
  setting: string;
}

/** The limits that deviations were judged by; absent where nothing was compared. */
export interface AppliedTolerance {
  /** Null where no per cent limits. Visma: IIDvTlP (Inngående faktura avvikstoleranse %). */
  percent: ToleranceLimit | null;
  /** Null where no amount limits. Visma: IIDvTlAm (Inngående faktura avvikstoleransebeløp). */
  amount: ToleranceLimit | null;
  /** Of two limits: both must hold, or either is enough. */
  combination: 'both' | 'either';
  /** Which deviations count: both ways, or only those to the buyer's disadvantage. */
  direction: 'both' | 'over';
  /** The setting by which only exact agreement is inside; where there is no limit. */
  exactBecause?: string;
}

/** What the expected amount is made of, so that it can be checked: net price x compared quantity. Quantities are in the unit of the order line. */
export interface OrderLineComparison {
  /** The price of the order that deviations are measured against. */
  price: DecimalText;
  /** The discount on that price; absent where there is none. */
  discountPercent?: DecimalText;
  /** The price less the discount; absent where there is no discount. */
  netPrice?: DecimalText;
  /** Whose price it is, where it is not the order's of now: the one that the first match of the line saw, or the one at which the invoice that a credit note refers to invoiced the line. */
  priceFrom?: 'first-match' | 'preceding-invoice';
  /** As ordered. */
  orderedQuantity: DecimalText;
  /** Invoiced before, by the order file and by invoices received here, less what was credited. Absent where there is none. */
  invoicedQuantity?: DecimalText;
  /** What of it may still be credited, where that is another quantity: an order file without asOf may not know what was credited here. */
  creditableQuantity?: DecimalText;
  /** Held by other invoices that are not settled. Absent where there is none. */
  reservedQuantity?: DecimalText;
  /** Ordered less invoiced less reserved, never below zero. */
  openQuantity: DecimalText;
  /** What this document invoices of the line; absent where it only gives back. */
  takenQuantity?: DecimalText;
  /** What this document gives back, without its sign; absent where it gives back nothing. */
  returnedQuantity?: DecimalText;
  /** Held by other credit notes that are not settled; absent where there is none. */
  reservedReturnQuantity?: DecimalText;
  /** What can be given back: invoiced before less what other credit notes hold, never below zero, and what this document invoices itself; only beside returnedQuantity. */
  returnableQuantity?: DecimalText;
  /** Taken, as far as it is open, less returned, as far as it was invoiced; of a credit note the other way round. */
  comparedQuantity: DecimalText;
  /** The largest deviation that would have been inside. */
  allowedDeviation: DecimalText;
  /** The deviation in per cent of the expected amount, four decimals; null where that is zero. */
  orderDeviationPercent: DecimalText | null;
}

export interface OrderMatchOrderLine {
  lineNo: number;
  productNo: string;
  /** Visma: IIAm (Foreslått beløp). */
  suggestedAmount: DecimalText;
  /** Visma: IIDcP (Foreslått rabatt-%). */
  suggestedDiscountPercent: DecimalText;
  /** Visma: IIDcAm (Foreslått rabattbeløp). */
  suggestedDiscountAmount: DecimalText;
  /** Visma: IIPrice (Foreslått pris). */
  suggestedPrice: DecimalText;
  /** Visma: IINoInvoAb (Foreslått antall). */
  suggestedQuantity: DecimalText;
  /** Visma: IIVatAm (Foreslått mva.beløp). */
  suggestedVatAmount: DecimalText;
  /** What the order says for the invoiced quantity. */
  expectedAmount: DecimalText;
  /** Invoice less order. */
  deviation: DecimalText;
  /** Of the invoice amount, four decimals; null where the invoice amount is zero. */
  deviationPercent: DecimalText | null;
  comparison?: OrderLineComparison;
  insideTolerance: boolean;
  valuesUpdated: boolean;
  received: boolean;
  /** Visma: OrdLnSt (Ord.linjestatus). */
  status: OrderLineMatchStatus;
}

export interface OrderMatchOrder {
  orderNo: string;
  /** Visma: IIGOrdSm (Foreslått ordretotal brutto). */
  suggestedGrossTotal: DecimalText | null;
  /** Visma: IINOrdSum (Foreslått ordretotal netto). */
  suggestedNetTotal: DecimalText | null;
  /** Visma: IIVatAm (Foreslått mva.beløp). */
  suggestedVatAmount: DecimalText | null;
  /** Visma: OrdPrSt2 (Ordrestatus 2). */
  status: OrderLineMatchStatus;
  lines: OrderMatchOrderLine[];
}

export interface CreatedLine {
  orderNo: string;
  kind: 'freight' | 'fee' | 'rounding';
  /** Null where the settings name no product for it (status 11). */
  productNo: string | null;
  amount: DecimalText;
  vatAmount?: DecimalText;
  text: string;
}

/** Visma: Dokumentkobling. */
export interface DocumentLink {
  invoiceLineId: string;
  orderNo: string;
  /** Visma: OrdLnNo (Ordrelinjenr). */
  orderLineNo: number;
  statedOrderLineReference?: string;
  /** Visma: NoInvoAb (Antall). */
  quantity: DecimalText;
  /** Visma: Am (Beløp). */
  amount: DecimalText;
  /** Visma: Price (Pris). */
  price: DecimalText;
  /** Visma: DcP (Rabatt %). */
  discountPercent: DecimalText;
  /** Visma: DcAm (Rabattbeløp). */
  discountAmount: DecimalText;
  /** Its share of the VAT that the document states. */
  vatAmount?: DecimalText;
  /** Of the whole invoice line: charges that were taken out of it and stand by themselves; absent where there are none. */
  chargesTakenOut?: DecimalText;
  /** Of the whole invoice line: its share of the allowances in the head of the invoice; absent where there is none. */
  headerAllowance?: DecimalText;
  /** How the quantity of the invoice became one in the unit of the order line; absent where the units agree. */
  unitFactor?: {
    /** The invoiced quantity times this, */
    times: DecimalText;
    /** divided by this. */
    dividedBy: DecimalText;
  };
  /** Visma: CID (KID-kode). */
  kid: string | null;
  /** Visma: DueDt (Forfallsdato). */
  dueDate: PlainDateText | null;
  /** Visma: InvoDt (Fakturadato). */
  invoiceDate: PlainDateText | null;
  /** Visma: InvoNo (Fakturanr). */
  invoiceNo: string | null;
  /** By which rule the line was found. */
  tier: string;
  /** A identifiers agree; B interchangeable lines; C the choice changed account, project or price; D similarity only. */
  class: 'A' | 'B' | 'C' | 'D';
  evidence: string[];
  /** What the second best choice would have cost. */
  runnerUp?: string;
}

export interface DeliveryAlternativeProposal {
  /** Visma: Lev.nr. */
  supplierNo: string;
  /** Visma: ProdNo (Produktnr). */
  productNo: string;
  /** The number that the supplier states. Visma: Produktnr hos lev.. */
  supplierProductNo: string;
  /** The number that the delivery alternative has now, where there is one. */
  replaces?: string;
  /** Key of the learned link. */
  learnedLink: string;
}

export interface LinkProposal {
  invoiceLineId: string;
  orderNo: string;
  orderLineNo: number;
  /** The product of the order line. */
  productNo: string;
  /** How alike the names are, per mille: 1000 is the same words. */
  similarity: number;
  /** What speaks for it: `order-line-reference`, `product-named`, `name`, `item-number`, `price`, `quantity`. */
  evidence: string[];
  /** What was compared and does not agree: `price`, `quantity`, `unit`, `no-room`. */
  against: string[];
}

export interface Receipt {
  receiptId: string;
  date: PlainDateText;
  productTransactions: {
    orderNo: string;
    orderLineNo: number;
    productNo: string;
    quantity: DecimalText;
    amount: DecimalText;
    /** Visma: InAcDocNo (Regn.dok.nr.). */
    accountingDocumentNo: number;
  }[];
}

/** A sales order of Visma Business that may have to be paid before it is processed further. Visma: Ord (Ordre). */
export interface PrepaymentOrder {
  /** Says that this is an order under prepayment. */
  document: 'order';
  /** Visma: OrdNo (Ordrenr). */
  orderNo: string;
  /** Visma's order type; 1 is a normal order. Visma: OrdTp (Ordretype). */
  orderType: number;
  /** Visma's transaction type; 1 is sale. Visma: Transaksjonstype. */
  transactionType: number;
  /** Visma: CustNo (Kundenr). */
  customerNo: string;
  /** Visma: Valuta. */
  currency: string;
  /** Visma: Order total net. */
  totalNet: DecimalText;
  /** Visma: VAT amount. */
  vatAmount: DecimalText;
  /** The selection for prepayment is set. Visma: Ordrepref.: Forhåndsbetaling. */
  prepayment?: boolean;
  /** Number of the order document that asked for the prepayment; the KID carries it. */
  prepaymentDocumentNo?: string;
  /** The payment reference that the order document carries. Visma: CID (KID-kode). */
  kid?: string;
  /** Once the invoice is approved. Visma: InvoNo (Fakturanr). */
  invoiceNo?: string;
}

/** The payment condition of a client or supplier in one entity. ePack is its master: what stands on the file of the client or supplier in Visma is overwritten. */
export interface PartyTerms {
  /** Says that this is a payment terms of a party. */
  document: 'party-terms';
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** `customer` for a client of ours. */
  partyType: 'customer' | 'supplier';
  /** Number of the customer or supplier. Visma: CustNo / Lev.nr. */
  partyNo: string;
  /** ePack's code; mappings/lookups/payment-terms.csv says what Visma calls it. */
  paymentTerms: string;
}

/** A payment of a prepayment order: a voucher that was entered, or what the bank says. Visma: Bilag. */
export interface Payment {
  /** Says that this is a payment. */
  document: 'payment';
  /** Names this payment and no other. Of OCR giro: agreement, assignment, transaction and date; of camt.054: account and reference of the entry. Left out: voucher series and number. */
  paymentId?: string;
  /** Visma: VoNo (Bilagsnr). */
  voucherNo?: number;
  /** Visma: Bilagsserie. */
  voucherSeries?: number;
  /** Visma: VoTp (Bilagsart). */
  voucherType?: number;
  /** 1 adds an order line, 2 updates the prepayment status; left out: as the voucher type says. Visma: Oppdat. ordre. */
  updateOrder?: 1 | 2;
  /** Visma: Task (Ordrenr). */
  orderNo?: string;
  /** Visma: CID (KID-kode). */
  kid?: string;
  /** Negative where it is taken back. Visma: Am (Beløp). */
  amount: DecimalText;
  currency: string;
  /** Visma: VoDt (Bilagsdato). */
  date: PlainDateText;
  /** `voucher` entered in the accounts, `ocr` OCR giro, `camt054` the bank’s notification, `eft` electronic funds transfer (not for purchase orders). */
  source: 'voucher' | 'ocr' | 'camt054' | 'eft';
  /** Id of the payment that this one takes back. */
  reversalOf?: string;
  /** Of a purchase order: the batch was updated and transferred to suggested payment. */
  transferredToSuggestedPayment?: boolean;
}

/** What a payment, or a person, did to an order under prepayment. */
export interface PrepaymentRelease {
  /** Says that this is a prepayment release. */
  document: 'prepayment-release';
  /** The delivery id that also stands in the file name. */
  deliveryId?: string;
  /** Visma: OrdNo (Ordrenr). */
  orderNo: string;
  /** Of the registered payment; null where a person released the order. Visma: VoNo (Bilagsnr). */
  voucherNo: number | null;
  /** The payment's voucher number, so that the later invoice is matched with it. */
  invoiceReference: string | null;
  /** The selection for prepayment is removed: the order can be processed further. Visma: Ordrepref.: Forhåndsbetaling. */
  released: boolean;
  /** The invoice is exempt from reminders. */
  noReminder: boolean;
  /** The invoice is exempt from interest. */
  noInterest: boolean;
  /** All that was paid for the order. */
  paid: DecimalText;
  /** Total net and VAT of the order. */
  orderGross: DecimalText;
  /** Paid less order gross. */
  difference: DecimalText;
}

/** A product as Visma knows it. Visma: Prod (Produkt). */
export interface Product {
  /** Says that this is a product. */
  document: 'product';
  /** Visma: ProdNo (Produktnr). */
  productNo: string;
  /** Visma: Beskrivelse. */
  description?: string;
  /** Global trade item number; compared without leading zeros. Visma: GTIN item no.. */
  gtin?: string;
  /** UN/ECE Recommendation 20 code. Visma: Enhet. */
  unit?: string;
}

/** A purchase invoice that was registered in ePack, or in its dashboard. */
export interface PurchaseInvoice {
  /** Says that this is a purchase invoice. */
  document: 'purchase-invoice';
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** Visma: supplierNumber (Lev.nr). */
  supplierNo: string;
  /** The supplier's own. Visma: supplierReference (InvoNo). */
  invoiceNo: string;
  /** Where it was registered: `epack` in ePack itself, `dashboard` in its dashboard. */
  source: 'epack' | 'dashboard';
  /** Visma: date (InvoDt). */
  invoiceDate: PlainDateText;
  currency: string;
  /** The purchase order that it belongs to. Visma: OrdNo (Ordrenr). */
  orderNo?: string;
  netAmount: DecimalText;
  vatAmount: DecimalText;
  /** Of invoice control: shown, never forwarded. */
  dueDate?: PlainDateText;
  /** Of invoice control: shown, never forwarded. What counts is the supplier's file in ePack. */
  paymentTerms?: string;
  lines?: PurchaseInvoiceLine[];
}

export interface PurchaseInvoiceLine {
  lineNo: number;
  /** Visma: inventoryNumber. */
  productNo?: string;
  /** Visma: transactionDescription. */
  description?: string;
  /** Visma: quantity. */
  quantity: DecimalText;
  /** UN/ECE Recommendation 20 code. Visma: uom. */
  unit?: string;
  /** Visma: unitCost. */
  unitPrice?: DecimalText;
  /** Without VAT. Visma: cost. */
  amount: DecimalText;
  /** Visma: account. */
  account?: string;
  /** Visma: project. */
  project?: string;
}

/** A purchase order of Visma Business: what supplier invoices are matched against. Visma: Ord (Ordre). */
export interface PurchaseOrder {
  /** Says that this is a purchase order. */
  document: 'purchase-order';
  /** Visma: OrdNo (Ordrenr). */
  orderNo: string;
  /** Visma's order type; 1 is an ordinary order. Visma: OrdTp (Ordretype). */
  orderType: number;
  /** Visma's transaction type; 6 is purchase. Visma: Transaksjonstype. */
  transactionType: number;
  /** Visma: Lev.nr. */
  supplierNo: string;
  /** Visma: Valuta. */
  currency: string;
  /** What this file says includes everything up to this instant: quantities that we received later are added to it. Left out: the larger of both counts. */
  asOf?: InstantText;
  /** Visma: OrdDt (Ordredato). */
  orderDate?: PlainDateText;
  /** Prices contain VAT; nothing is suggested for such an order. */
  gross?: boolean;
  /** Invoices never match a cancelled order. */
  cancelled?: boolean;
  /** The order is paid before it is received. */
  prepayment?: boolean;
  /** ePack's code. */
  paymentTerms?: string;
  /** Each with a line number of its own. Visma: OrdLn (Ordrelinje). */
  lines: PurchaseOrderLine[];
}

export interface PurchaseOrderLine {
  /** Visma: Linjenr. */
  lineNo: number;
  /** Visma: ProdNo (Produktnr). */
  productNo: string;
  /** Visma: Beskrivelse. */
  description?: string;
  /** Ordered quantity, in the line's unit. Visma: Antall. */
  quantity: DecimalText;
  /** UN/ECE Recommendation 20 code; left out: the product's. Visma: Enhet. */
  unit?: string;
  /** Price of one unit, before the discount. Visma: Pris. */
  price: DecimalText;
  /** Visma: Rabatt-%. */
  discountPercent?: DecimalText;
  /** What Visma has already been invoiced for. */
  invoicedQuantity?: DecimalText;
  /** What has come into the warehouse. */
  receivedQuantity?: DecimalText;
  account?: string;
  project?: string;
}

/** What is to be done with a sales invoice; the same commandId is done once. */
export interface SalesInvoiceCommand {
  /** Says that this is a sales invoice command. */
  document: 'sales-invoice-command';
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** The sender's own number for this command: by it a repetition is recognised. */
  commandId: string;
  /** Make an invoice of shipments; add an order; clear the hold; release; update inventory (credit notes); register a payment; move lines; insert a line; sort the lines again by shipment and order number. */
  action:
    | 'prepare'
    | 'add-order'
    | 'clear-hold'
    | 'release'
    | 'update-inventory'
    | 'register-payment'
    | 'move-lines'
    | 'insert-line'
    | 'reset-sorting';
  /** The invoice; of prepare left out where a number is to be given. */
  invoiceNo?: string;
  /** Of prepare: confirmed shipments of one customer. */
  shipmentNos?: string[];
  /** Of add-order. */
  orderNo?: string;
  /** Of clear-hold, where totals are validated: the amount that the invoice has to have. Visma: Amount. */
  controlTotal?: DecimalText;
  /** Of register-payment. */
  amount?: DecimalText;
  /** Of register-payment. */
  date?: PlainDateText;
  /** Of move-lines: the sort order of the lines, in any combination. */
  lines?: number[];
  /** Of move-lines and insert-line: the sort order of the line above which they come; one more than the last for the end. */
  above?: number;
  /** Of insert-line: the new line. */
  line?: {
    productNo: string;
    description?: string;
    quantity: DecimalText;
    /** UN/ECE Recommendation 20 code. */
    unit?: string;
    unitPrice: DecimalText;
  };
  /** Why it is done; it is kept in the history. */
  reason: string;
  /** Who does it; the history shows it as commands:<user>. */
  user: string;
}

/** A sales invoice of Visma.net as it stands, its lines in sort order. */
export interface SalesInvoice {
  /** Says that this is a sales invoice. */
  document: 'sales-invoice';
  /** The delivery id that also stands in the file name. */
  deliveryId?: string;
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** Visma: referenceNumber. */
  invoiceNo: string;
  /** Visma: documentType: Invoice, CashSale, CashReturn, CreditNote. */
  kind: 'invoice' | 'cash-sale' | 'cash-return' | 'credit-note';
  /** Visma: status: Hold, Balanced, Open, Closed. */
  status: 'on-hold' | 'balanced' | 'open' | 'closed';
  /** Visma: customerNumber. */
  customerNo: string;
  /** Visma: documentDate. */
  date: PlainDateText;
  /** Visma: documentDueDate. */
  dueDate?: PlainDateText;
  /** Visma's id of the payment terms that ePack has for the party; left out for an entity whose terms are not kept in ePack. Visma: creditTermsId. */
  vismaTerms?: string;
  currency: string;
  /** Visma: customerRefNumber. */
  customerReference?: string;
  /** Visma: paymentReference. */
  kid?: string;
  /** Of a credit note or cash return: the invoice that it refers to. */
  originalInvoiceNo?: string;
  /** In sort order. */
  lines: SalesInvoiceLine[];
  /** Premium freight that falls on this invoice. Visma: freight.premiumAmount. */
  freight?: DecimalText;
  /** What the invoice comes to. */
  amount: DecimalText;
  /** What was typed in as the amount, where totals are validated. Visma: Amount. */
  controlTotal?: DecimalText;
}

export interface SalesInvoiceLine {
  /** The place in the invoice: 1, 2, 3 and so on. Visma: sortOrder. */
  sortOrder: number;
  /** What the line is. Visma: lineType: GI, GN, MI, FR, DS, RA. */
  kind?: 'inventory' | 'non-inventory' | 'charge' | 'freight' | 'discount' | 'reallocation';
  /** Visma: soShipmentNbr. */
  shipmentNo?: string;
  /** Visma.net's order type: `SO` sales order, `CM` credit note, `CS` cash sale, `CR` cash return, `IN` invoice, `RC` return for credit, `RM` authorised return, `RR` return with replacement. Visma: soOrderType. */
  orderType?: 'SO' | 'CM' | 'CS' | 'CR' | 'IN' | 'RC' | 'RM' | 'RR';
  /** Visma: soOrderNbr. */
  orderNo?: string;
  orderLineNo?: number;
  /** Visma: inventoryNumber. */
  productNo?: string;
  /** Visma: description. */
  description?: string;
  /** Visma: quantity. */
  quantity: DecimalText;
  /** UN/ECE Recommendation 20 code. Visma: uom. */
  unit?: string;
  /** Visma: unitPrice. */
  unitPrice: DecimalText;
  /** Visma: discountPercent. */
  discountPercent?: DecimalText;
  /** Of the line, without VAT. Visma: amount. */
  amount: DecimalText;
}

/** An invoicing order that was deleted in ePack. It is refused once the sale exists in Visma. */
export interface SalesOrderDelete {
  /** Says that this is a sales order deletion. */
  document: 'sales-order-delete';
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** ePack's number of the order. */
  orderNo: string;
}

/** A sales order of ePack: the whole state of that order at that moment. A later file with the same key replaces it, quantities included. Visma: Ord (Ordre). */
export interface SalesOrder {
  /** Says that this is a sales order. */
  document: 'sales-order';
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** ePack's number of the order. */
  orderNo: string;
  /** Visma.net's order type: `SO` sales order, `CM` credit note, `CS` cash sale, `CR` cash return, `IN` invoice, `RC` return for credit, `RM` authorised return, `RR` return with replacement. Visma: orderType. */
  orderType?: 'SO' | 'CM' | 'CS' | 'CR' | 'IN' | 'RC' | 'RM' | 'RR';
  /** Visma: customer (CustNo). */
  customerNo: string;
  /** Visma: date. */
  orderDate: PlainDateText;
  /** The night run sends an order that is delivered on the business date or before. */
  deliveryDate: PlainDateText;
  currency: string;
  /** The box "order ready": without it the order is never sent to Visma. */
  orderReady: boolean;
  /** ePack's number of the shipment. */
  shipmentNo?: string;
  /** `no-invoice`: it is never invoiced, and so never sent to Visma. Left out: it may be. `to-be-corrected` is set by a cancellation in Visma only; a file that says it is refused. */
  shipmentStatus?: 'no-invoice' | 'to-be-corrected';
  /** ePack's code; the client's own terms (party-terms) come first. */
  paymentTerms?: string;
  /** `night`: with the night run; `now`: at once, as the button "Export" does. */
  export?: 'night' | 'now';
  /** Of a credit note or return: the order that it refers to. Visma: originalOrderId (origOrderNbr). */
  originalOrderNo?: string;
  /** The client's own number for the order. Visma: customer.refNo (customerRefNo). */
  customerReference?: string;
  /** Premium freight of the order, without VAT. Visma: freight.premiumAmount. */
  freight?: DecimalText;
  /** An order without lines is held. Visma: orderLines (OrdLn). */
  lines: SalesOrderLine[];
}

export interface SalesOrderLine {
  /** Visma: lineNbr. */
  lineNo: number;
  /** Visma: inventoryId / OrdLn.ProdNo (Produktnr). */
  productNo: string;
  description?: string;
  /** In the line's unit; zero on a line of which nothing was delivered. Visma: quantity / OrdLn.NoInvoAb (Antall). */
  quantity: DecimalText;
  /** UN/ECE Recommendation 20 code; left out: the product's. Visma: uom. */
  unit?: string;
  /** Price of one unit, before the discount. Visma: unitPrice. */
  unitPrice: DecimalText;
  /** Visma: discountPercent. */
  discountPercent?: DecimalText;
}

/** A shipment of Visma.net: once it is confirmed an invoice can be made of it. */
export interface Shipment {
  /** Says that this is a shipment. */
  document: 'shipment';
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** Visma: shipmentNumber. */
  shipmentNo: string;
  /** Visma: customer. */
  customerNo: string;
  /** The orders that it fulfils, or parts of them. */
  orders: ShipmentOrder[];
  /** Visma.net's status in lower case. Visma: status. */
  status:
    | 'open'
    | 'hold'
    | 'completed'
    | 'cancelled'
    | 'confirmed'
    | 'invoiced'
    | 'partially-invoiced'
    | 'receipted'
    | 'auto-generated';
  /** Visma: shipmentDate. */
  date: PlainDateText;
}

export interface ShipmentOrder {
  /** Visma: orderNbr. */
  orderNo: string;
  /** Visma.net's order type: `SO` sales order, `CM` credit note, `CS` cash sale, `CR` cash return, `IN` invoice, `RC` return for credit, `RM` authorised return, `RR` return with replacement. Visma: orderType. */
  orderType?: 'SO' | 'CM' | 'CS' | 'CR' | 'IN' | 'RC' | 'RM' | 'RR';
  lines: ShipmentLine[];
}

export interface ShipmentLine {
  /** Of the order's line. Visma: lineNumber. */
  lineNo: number;
  /** Visma: inventoryId. */
  productNo: string;
  description?: string;
  /** What was shipped. Visma: shippedQty. */
  quantity: DecimalText;
  /** UN/ECE Recommendation 20 code. Visma: uom. */
  unit?: string;
  unitPrice?: DecimalText;
  discountPercent?: DecimalText;
  /** Of what was shipped, without VAT. */
  amount?: DecimalText;
}

/** A supplier's invoice or credit note as understood from UBL. What the file did not state is absent: that the mandatory is missing is a decision (status 7), not a fault. Visma: Dokument (XmlD). */
export interface SupplierInvoice {
  document: 'supplier-invoice';
  format: 'ehf-2' | 'peppol-bis-2' | 'peppol-bis-3';
  kind: 'invoice' | 'credit-note';
  /** The number of the scanned document in Document Center, where the mapping takes it from the name of the file. Visma: WfId (Visma ID). */
  vismaId?: string;
  customizationId: string;
  profileId?: string;
  typeCode?: string;
  invoiceNo?: string;
  issueDate?: PlainDateText;
  dueDate?: PlainDateText;
  currency?: string;
  taxCurrency?: string;
  buyerReference?: string;
  /** As written, `NA` too. */
  orderReference?: string;
  salesOrderReference?: string;
  contractReference?: string;
  projectReference?: string;
  accountingCost?: string;
  invoicePeriod?: {
    start?: PlainDateText;
    end?: PlainDateText;
  };
  precedingInvoices: {
    id: string;
    issueDate?: PlainDateText;
  }[];
  supplier?: InvoiceParty;
  customer?: InvoiceParty;
  payee?: InvoiceParty;
  delivery?: {
    date?: PlainDateText;
    locationId?: Identifier;
    countryCode?: string;
  };
  paymentMeans: PaymentMeans[];
  paymentTermsNote?: string;
  notes: string[];
  attachments: Attachment[];
  lines: InvoiceLine[];
  allowances: InvoiceAllowanceCharge[];
  charges: InvoiceAllowanceCharge[];
  taxSubtotals: TaxSubtotal[];
  totals: InvoiceTotals;
}

export interface Identifier {
  scheme?: string;
  id: string;
}

export interface InvoiceParty {
  endpoint?: Identifier;
  organisationNo?: string;
  vatNo?: string;
  name?: string;
  /** Every other identifier of the party (PartyIdentification), as written. */
  otherIds?: Identifier[];
  bankAccounts: string[];
}

export interface InvoiceAllowanceCharge {
  reason?: string;
  reasonCode?: string;
  amount: DecimalText;
  baseAmount?: DecimalText;
  percent?: DecimalText;
  taxCategory?: string;
  taxPercent?: DecimalText;
}

export interface InvoiceLine {
  id: string;
  note?: string;
  quantity?: DecimalText;
  /** UN/ECE Recommendation 20 code. */
  unit?: string;
  netAmount?: DecimalText;
  /** Net price per `priceBaseQuantity`, as stated. */
  price?: DecimalText;
  /** As stated; absent means 1. */
  priceBaseQuantity?: DecimalText;
  /** Discount that the stated price already contains: gross price less this is `price`. */
  priceDiscount?: DecimalText;
  name?: string;
  description?: string;
  /** Visma: Produktnr hos lev.. */
  sellersItemId?: string;
  buyersItemId?: string;
  /** Visma: GTIN item no.. */
  standardItemId?: Identifier;
  orderLineReference?: string;
  orderReference?: string;
  accountingCost?: string;
  taxCategory?: string;
  taxPercent?: DecimalText;
  allowances: InvoiceAllowanceCharge[];
  charges: InvoiceAllowanceCharge[];
}

export interface TaxSubtotal {
  taxableAmount?: DecimalText;
  taxAmount?: DecimalText;
  taxCategory?: string;
  taxPercent?: DecimalText;
  exemptionReason?: string;
}

export interface InvoiceTotals {
  lineNet?: DecimalText;
  allowances?: DecimalText;
  charges?: DecimalText;
  net?: DecimalText;
  tax?: DecimalText;
  gross?: DecimalText;
  prepaid?: DecimalText;
  rounding?: DecimalText;
  payable?: DecimalText;
}

export interface PaymentMeans {
  code?: string;
  kid?: string;
  account?: string;
  accountScheme?: string;
  dueDate?: PlainDateText;
}

export interface Attachment {
  id?: string;
  name?: string;
  /** Media type. */
  type?: string;
  bytes?: number;
  sha256?: string;
  uri?: string;
}

/** A supplier as Visma knows it, with the supplier's own limits of order match. Visma: Actor (Aktør). */
export interface Supplier {
  /** Says that this is a supplier. */
  document: 'supplier';
  /** Visma: Lev.nr. */
  supplierNo: string;
  /** Visma: Navn. */
  name: string;
  /** As registered; invoices find their supplier by it. Visma: Foretaksnr.. */
  organisationNo?: string;
  /** Addresses that the supplier sends from. */
  endpoints?: {
    /** Peppol's code of the address scheme. */
    scheme: string;
    id: string;
  }[];
  vatNo?: string;
  /** BBAN or IBAN; an invoice that asks for payment to another account is held. */
  bankAccounts?: string[];
  /** Who else may be paid in the supplier's place, such as a factoring company: organisation numbers or names. An invoice that names another payee is held. */
  payees?: string[];
  /** ePack's code. */
  paymentTerms?: string;
  /** Allowed deviation in per cent of the invoice amount, 0 to 100, for this supplier; takes the place of the company's. Null or left out: the company's counts. 0: only exact is inside. Visma: IIDvTlP (Inngående faktura avvikstoleranse %). */
  tolerancePercent?: DecimalText | null;
  /** Allowed deviation as an amount, for this supplier; takes the place of the company's. Null or left out: the company's counts. Visma: IIDvTlAm (Inngående faktura avvikstoleransebeløp). */
  toleranceAmount?: DecimalText | null;
  /** Hold the receipt of an invoice that charges freight. Visma: Lev.pref.: Ikke automatisk fakturamottak dersom frakt er angitt. */
  noAutomaticReceiptIfFreight?: boolean;
  /** Hold the receipt of an invoice that charges a fee or a rounding amount. Visma: Lev.pref.: Ikke automatisk fakturamottak dersom gebyrer er angitt. */
  noAutomaticReceiptIfFees?: boolean;
  /** Orders to this supplier are paid before they are received. */
  prepayment?: boolean;
  /** What this supplier is told about its invoices; takes the place of the setting of the invoices channel. Null or left out: that one counts. Nothing is sent while the suppliers channel is off. */
  invoiceResponse?: ('off' | 'decisions' | 'all') | null;
  /** Invoices of this supplier must carry a payment reference with a valid check digit. */
  kidRequired?: boolean;
}

/** A document made in Visma whose payment terms have to be checked, or might have to be: its terms are not those of ePack. */
export interface TermsWarning {
  /** Says that this is a terms warning. */
  document: 'terms-warning';
  /** The delivery id that also stands in the file name. */
  deliveryId?: string;
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  documentNo: string;
  /** `must`: to be checked; `might`: perhaps. */
  severity: 'must' | 'might';
  /** Why: which kind of document takes its terms from elsewhere. */
  rule: string;
  /** On the document. Visma: termsId (creditTermsId). */
  vismaTerms: string;
  /** What ePack has for the party, as Visma's id; null where it has none. */
  ePackTerms: string | null;
}

/** A document that was made in Visma itself: its payment terms may differ from those of ePack. */
export interface VismaDocument {
  /** Says that this is a Visma document. */
  document: 'visma-document';
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  documentNo: string;
  /** Credit notes, credit corrections, invoices made by hand or from a template, and copied orders take their terms from elsewhere than ePack. */
  kind:
    'sales-invoice' | 'credit-note' | 'purchase-invoice' | 'credit-correction' | 'template-invoice' | 'copied-order';
  /** Visma.net's order type, where there is one. Visma: orderType. */
  orderType?: 'SO' | 'CM' | 'CS' | 'CR' | 'IN' | 'RC' | 'RM' | 'RR';
  /** Number of the customer or supplier. */
  partyNo: string;
  /** Visma's id of the payment terms on the document. Visma: termsId (creditTermsId). */
  terms: string;
  /** The order that was copied or credited. Visma: origOrderNbr. */
  originalOrderNo?: string;
  /** Absent where no order of ePack belongs to it. Visma: customerOrder. */
  ePackOrderNo?: string;
  /** The box "create invoice" of a purchase receipt was ticked. */
  createInvoiceTicked?: boolean;
}

/** A purchase invoice of ePack as Visma gets it, with the payment terms that ePack has for the supplier. */
export interface VismaPurchaseInvoice {
  /** Says that this is a Visma purchase invoice. */
  document: 'visma-purchase-invoice';
  /** The delivery id that also stands in the file name. */
  deliveryId?: string;
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** Visma: supplierNumber (Lev.nr). */
  supplierNo: string;
  /** The supplier's own. Visma: supplierReference (InvoNo). */
  invoiceNo: string;
  /** Where it was registered: `epack` in ePack itself, `dashboard` in its dashboard. */
  source: 'epack' | 'dashboard';
  /** Visma: date (InvoDt). */
  invoiceDate: PlainDateText;
  currency: string;
  /** The purchase order that it belongs to. Visma: OrdNo (Ordrenr). */
  orderNo?: string;
  netAmount: DecimalText;
  vatAmount: DecimalText;
  /** Visma's id of the payment terms that ePack has for the party; left out for an entity whose terms are not kept in ePack. Visma: creditTerms (creditTermsId). */
  vismaTerms?: string;
  /** Always false: the invoice exists, and a receipt must not make another. */
  createInvoice: false;
  /** The order that gets the same terms. */
  purchaseOrder?: {
    /** Visma: OrdNo. */
    orderNo: string;
    /** Visma's id of the payment terms for the order. Visma: terms. */
    terms: string;
  };
  lines?: VismaPurchaseInvoiceLine[];
}

export interface VismaPurchaseInvoiceLine {
  lineNo: number;
  /** Visma: inventoryNumber. */
  productNo?: string;
  /** Visma: transactionDescription. */
  description?: string;
  /** Visma: quantity. */
  quantity: DecimalText;
  /** UN/ECE Recommendation 20 code. Visma: uom. */
  unit?: string;
  /** Visma: unitCost. */
  unitPrice?: DecimalText;
  /** Without VAT. Visma: cost. */
  amount: DecimalText;
  /** Visma: account. */
  account?: string;
  /** Visma: project. */
  project?: string;
}

/** A sales order as Visma gets it: one for each order and attempt. The payment terms are those of ePack. Visma: Ord (Ordre). */
export interface VismaSalesOrder {
  /** Says that this is a Visma sales order. */
  document: 'visma-sales-order';
  /** The delivery id that also stands in the file name. */
  deliveryId?: string;
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** ePack's number of the order. */
  orderNo: string;
  /** Which export of the order this is. */
  attempt: number;
  /** Entity, order number and attempt: by it the order is found in Visma. Visma: customer.order (customerOrder). */
  key: string;
  /** Visma.net's order type: `SO` sales order, `CM` credit note, `CS` cash sale, `CR` cash return, `IN` invoice, `RC` return for credit, `RM` authorised return, `RR` return with replacement. Visma: orderType. */
  orderType: 'SO' | 'CM' | 'CS' | 'CR' | 'IN' | 'RC' | 'RM' | 'RR';
  /** Visma: customer.id (CustNo). */
  customerNo: string;
  /** Visma: date. */
  orderDate: PlainDateText;
  /** Visma: shipping.scheduledDate. */
  deliveryDate: PlainDateText;
  /** Visma: currencyId. */
  currency: string;
  /** Visma's id of the payment terms that ePack has for the party; left out for an entity whose terms are not kept in ePack. Visma: customer.termsId (terms). */
  vismaTerms?: string;
  /** Visma: customer.refNo (customerRefNo). */
  customerReference?: string;
  /** Type of the order that a credit note or return refers to. Visma: originalOrderType (origOrderType). */
  originalOrderType?: 'SO' | 'CM' | 'CS' | 'CR' | 'IN' | 'RC' | 'RM' | 'RR';
  /** Visma's number of that order where it is known, else ePack's. Visma: originalOrderId (origOrderNbr). */
  originalOrderNo?: string;
  /** ePack's number of the shipment. */
  shipmentNo?: string;
  /** Premium freight, without VAT. Visma: freight.premiumAmount. */
  freight?: DecimalText;
  /** Visma: orderLines (OrdLn). */
  lines: VismaSalesOrderLine[];
}

export interface VismaSalesOrderLine {
  /** Visma: lineNbr. */
  lineNo: number;
  /** Visma: inventoryId / OrdLn.ProdNo (Produktnr). */
  productNo: string;
  description?: string;
  /** In the line's unit; zero on a line of which nothing was delivered. Visma: quantity / OrdLn.NoInvoAb (Antall). */
  quantity: DecimalText;
  /** UN/ECE Recommendation 20 code; left out: the product's. Visma: uom. */
  unit?: string;
  /** Price of one unit, before the discount. Visma: unitPrice. */
  unitPrice: DecimalText;
  /** Visma: discountPercent. */
  discountPercent?: DecimalText;
}

/** What Visma says of a sales order that was sent to it. */
export interface VismaStatus {
  /** Says that this is a Visma status. */
  document: 'visma-status';
  /** The accounting (entity) that it belongs to, as in `entities` of site.yaml. */
  entity: string;
  /** ePack's number of the order. */
  orderNo: string;
  /** Which export of the order it answers; left out: found by the Visma order number or the instant. */
  attempt?: number;
  /** 200 order and shipment created, 201 invoiced (the sales invoice is released), 202 cancelled, 500 could not be created. Any other is refused as `UNKNOWN_STATUS`. */
  code: number;
  /** When it happened in Visma. */
  at: InstantText;
  /** What people read: of 500 the cause in words. */
  text?: string;
  /** The cause of 500 as a code, where the sender knows one. */
  cause?: string;
  /** Visma: orderId (orderNo). */
  vismaOrderNo?: string;
  /** Visma: shipmentNumber. */
  vismaShipmentNo?: string;
  /** Visma: referenceNumber. */
  invoiceNo?: string;
  /** Visma: documentDate. */
  invoiceDate?: PlainDateText;
  /** Visma: documentDueDate. */
  dueDate?: PlainDateText;
  /** Of the invoice, without VAT. */
  net?: DecimalText;
  /** Visma: vatTotal. */
  vat?: DecimalText;
  /** Visma: amount. */
  gross?: DecimalText;
  /** What the client still owes of it. Visma: balance. */
  outstanding?: DecimalText;
}

/** A batch of vouchers for Visma: the pre-registration of a matched supplier invoice, or what reverses it. It has its effect when the batch is updated in Visma. One key, one batch, ever: whoever has taken a key in passes over it the second time. */
export interface VoucherBatch {
  document: 'voucher-batch';
  /** The delivery id that also stands in the file name. */
  deliveryId?: string;
  /** Names this batch and no other. */
  key: string;
  /** The supplier invoice that it belongs to. */
  documentId: string;
  /** Visma: Oppdatert bunt. */
  batch: Batch;
}

/** Visma: Oppdatert bunt. */
export interface Batch {
  /** Left out: Visma gives it. */
  no?: number;
  /** Visma: OrdMaPRVoSr (Inngående dokument forhåndsreg. serie). */
  voucherSeries: number;
  /** Key of the batch that this one reverses. */
  reversalOf?: string;
  vouchers: Voucher[];
}

/** One voucher: one amount between a ledger account and a supplier. One of the two accounts is there, the other is left empty. Visma: Oppdatert bilag. */
export interface Voucher {
  /** Only where the series has a next number in the settings; otherwise Visma gives it. Visma: VoNo (Bilagsnr). */
  voucherNo?: number;
  /** Visma: VoTp (Bilagsart). */
  voucherType: number;
  /** Voucher date, in an open period. Visma: VoDt (Bilagsdato). */
  date: PlainDateText;
  /** The ledger account where it is debited; the supplier is then credited. Visma: DbAcNo (Debetkonto). */
  debitAccount?: string;
  /** The ledger account where it is credited; the supplier is then debited. Visma: CrAcNo (Kreditkonto). */
  creditAccount?: string;
  /** The other side: always the supplier. Visma: Lev.nr. */
  crossAccount: string;
  /** Never negative: the side of the account says which way it goes. Net, VAT and rounding, never less what is prepaid. Visma: Am (Beløp). */
  amount: DecimalText;
  /** Zero: input VAT belongs to the receipt. Visma: VatAm (Mva.beløp). */
  vatAmount: DecimalText;
  currency: string;
  /** Visma: InvoNo (Fakturanr). */
  invoiceNo: string;
  /** Visma: DueDt (Forfallsdato). */
  dueDate: PlainDateText | null;
  /** Visma: CID (KID-kode). */
  kid: string | null;
  /** Of a voucher that reverses another: the number of that voucher, or where Visma gave it the invoice number, so that the two entries of the supplier are settled against each other. Visma: Motreferanse. */
  counterReference?: string;
  /** The number that order, product transaction and voucher share, so that an invoice can be found from its voucher. Visma: InAcDocNo (Regn.dok.nr.). */
  accountingDocumentNo: number;
  text: string;
}

/** `open`: the liability stands in Visma once the batch is updated; `cleared`: a counter-voucher took it back; `left-to-visma`: received, and Visma clears it itself (counterVoucherAtReceipt off); `remains`: rejected without a reversal, so that somebody must take it back by hand. */
export type PreregistrationState = 'open' | 'cleared' | 'left-to-visma' | 'remains';

export interface PreregistrationClearing {
  /** What ended the pre-registration. */
  cause: 'receipt' | 'rejection';
  /** The day on which it ended. */
  date: PlainDateText;
  /** Key of the batch that clears it; null where none was written. */
  key: string | null;
  /** The counter-voucher: sides swapped, positive amount. */
  voucher: Voucher | null;
}

/** The voucher of a pre-registration, and what became of it. */
export interface Preregistration {
  /** Key of the batch that carries the voucher. */
  key: string;
  /** Visma: OrdMaPRVoSr (Inngående dokument forhåndsreg. serie). */
  voucherSeries: number;
  state: PreregistrationState;
  /** Null while it is open. */
  clearing: PreregistrationClearing | null;
  /** Visma: VoNo (Bilagsnr). */
  voucherNo?: number;
  /** Visma: VoTp (Bilagsart). */
  voucherType: number;
  /** Visma: VoDt (Bilagsdato). */
  date: PlainDateText;
  /** Visma: DbAcNo (Debetkonto). */
  debitAccount?: string;
  /** Visma: CrAcNo (Kreditkonto). */
  creditAccount?: string;
  /** Visma: Lev.nr. */
  crossAccount: string;
  /** Visma: Am (Beløp). */
  amount: DecimalText;
  /** Visma: VatAm (Mva.beløp). */
  vatAmount: DecimalText;
  currency: string;
  /** Visma: InvoNo (Fakturanr). */
  invoiceNo: string;
  /** Visma: DueDt (Forfallsdato). */
  dueDate: PlainDateText | null;
  /** Visma: CID (KID-kode). */
  kid: string | null;
  /** Visma: InAcDocNo (Regn.dok.nr.). */
  accountingDocumentNo: number;
  text: string;
}

/** A decimal as text, exactly as it was written: "100.00". */
export type DecimalText = string;

/** A plain date: "2026-11-21". */
export type PlainDateText = string;

/** An instant, RFC 3339 with offset. */
export type InstantText = string;

/** Why a decision is what it is, as data: the sentence is made from it in each language. */
export interface ReasonRecord {
  /** From the closed list of reasons. */
  code: string;
  /** What it speaks of: an order line `1001/1`, an invoice line `line:1`, an order `order:1001`, or a field. */
  at?: string;
  expected?: string;
  actual?: string;
  allowed?: string;
  /** Days between two dates, as text: negative where the actual one is earlier than the expected one. */
  days?: string;
  /** File and key of the setting that caused the limit. */
  setting?: string;
}

/** Where something was found. */
export interface Place {
  file?: string;
  line?: number;
  column?: number;
  /** Path inside the document. */
  path?: string;
}

/** Something that was found while reading. */
export interface FindingRecord {
  /** From the closed list of faults. */
  code: string;
  severity: 'error' | 'warning' | 'note';
  message: string;
  /** What to do. */
  hint?: string;
  at?: Place;
}

/** Every document that can come in. */
export type InboundDocument = Command | Customer | DeliveryAlternative | PrepaymentOrder | PartyTerms | Payment | Product | PurchaseInvoice | PurchaseOrder | SalesInvoiceCommand | SalesOrderDelete | SalesOrder | Shipment | SupplierInvoice | Supplier | VismaDocument | VismaStatus;

/** Every document that goes out. */
export type OutboundDocument = Acknowledgement | EpackInvoiced | EpackStatus | InvoiceResponse | OrderMatchResult | PrepaymentRelease | SalesInvoice | TermsWarning | VismaPurchaseInvoice | VismaSalesOrder | VoucherBatch;
