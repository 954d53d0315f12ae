// Generated from schemas/settings/site.schema.json by src/tools/generate.ts. Do not edit.

import type { DecimalText, PlainDateText } from './documents.generated.ts';

/** mappings/site.yaml: this installation, its channels, its entities and the settings of its rules. site, entities and company are needed; everything else has a default. */
export interface SiteSettings {
  /** Who this installation is. */
  site: {
    /** Name of this installation, as people see it. */
    name: string;
    /** IANA name of the time zone that business dates are counted in. */
    timeZone: string;
    /** Language of texts for people: English, Norwegian (bokmål) or Dutch. */
    language: 'en' | 'nb' | 'nl';
    /** The currency of the accounts, ISO 4217. */
    currency: string;
  };
  /** The sales entities (accountings) of this installation; one site is one Visma Business company. */
  entities: {
    /** How ePack and Visma name the entity; it begins the key of every sales order. */
    id: string;
    /** Name for people. */
    name?: string;
    /** Payment terms of this entity are kept in ePack and sent with every document (B003); false: the field is left out. */
    paymentTermsMaintained?: boolean;
    /** Which Visma the entity is in. */
    visma?: 'net' | 'business';
  }[];
  /** When things happen by themselves. */
  schedule: {
    /** Time of day of the night run of the sales flow, in the site's time zone. */
    nightRun: string;
    /** Which business date the night run works for: the day before it runs, or the day it runs on. */
    nightRunDate: 'previous-day' | 'same-day';
  };
  /** Settings of the company for order match (Bedriftsopplysninger). Visma: Bedriftsopplysninger. */
  company: CompanySettings;
  /** How order match decides where the source is silent. */
  orderMatch: OrderMatchSettings;
  /** Voucher series of Visma that vouchers are written in. Visma: Bilagsserie. */
  voucherSeries: {
    /** Number of the series. */
    no: number;
    /** Number of the voucher type, one of voucherTypes. */
    voucherType?: number;
    /** Next voucher number; left out, Visma gives the numbers. */
    next?: number;
  }[];
  /** Voucher types of Visma. Visma: Bilagsart. */
  voucherTypes: {
    /** Number of the type. */
    no: number;
    /** Account that the pre-registration debits; a balance-sheet account. */
    debitAccount?: string;
    /** 2: a voucher of this type updates the prepayment status of its order. Visma: Oppdat. ordre. */
    updateOrder?: 1 | 2 | null;
  }[];
  /** Orders that are paid before they go on. */
  prepayment: PrepaymentSettings;
  /** How sales invoices are put together. */
  salesInvoices: SalesInvoiceSettings;
  /** How sales orders go from ePack to Visma. */
  salesFlow: SalesFlowSettings;
  /** The form in which documents leave: "canonical" for canonical JSON, or the name of a mapping with "direction: out". "ordrebro doctor" lists the mappings in force. */
  outputs: {
    /** Form of one per file that was taken in: canonical, or the name of a mapping out for acknowledgement. */
    acknowledgement: string;
    /** Form of what order match decided: canonical, or the name of a mapping out for order-match-result. */
    'order-match-result': string;
    /** Form of pre-registration vouchers and their reversals: canonical, or the name of a mapping out for voucher-batch. */
    'voucher-batch': string;
    /** Form of sales orders on their way to Visma: canonical, or the name of a mapping out for visma-sales-order. */
    'visma-sales-order': string;
    /** Form of what became of an order in Visma: canonical, or the name of a mapping out for epack-status. */
    'epack-status': string;
    /** Form of the effects of an invoiced order: canonical, or the name of a mapping out for epack-invoiced. */
    'epack-invoiced': string;
    /** Form of orders whose prepayment has come: canonical, or the name of a mapping out for prepayment-release. */
    'prepayment-release': string;
    /** Form of purchase invoices registered in ePack: canonical, or the name of a mapping out for visma-purchase-invoice. */
    'visma-purchase-invoice': string;
    /** Form of prepared sales invoices: canonical, or the name of a mapping out for sales-invoice. */
    'sales-invoice': string;
    /** Form of payment terms that differ: canonical, or the name of a mapping out for terms-warning. */
    'terms-warning': string;
  };
  /** The folders that files come from and go to. */
  channels: Record<InboxName | OutboxName, ChannelSettings & { enabled: boolean }>;
  /** How long things are kept. */
  retention: {
    /** Files that came in and what was made of them. */
    originals: string;
    /** Documents and deliveries. */
    ledger: string;
    /** Who did what, and why. */
    audit: string;
    /** Technical logs. */
    logs: string;
  };
  /** The screens for operators. */
  dashboard: DashboardSettings;
  /** Where somebody is told. */
  alerts: {
    /** File that alerts are appended to, from the site's folder. */
    file: string;
    /** Address that alerts are posted to. Null: none. */
    webhook: string | null;
  };
}

/** Settings of the company for order match (Bedriftsopplysninger). Visma: Bedriftsopplysninger. */
export interface CompanySettings {
  /** Invoices addressed to another buyer are held. Null or left out: not checked. */
  organisationNo: string | null;
  /** Product number that order match books fees and rounding amounts on. Null: an invoice with a fee gets status 11. Visma: OnAcProd (Produkt gebyrer og avrunding). */
  feeAndRoundingProduct: string | null;
  /** Product number that order match books freight on. Null: an invoice with freight gets status 11. Visma: Fr4Prod (Frakt 4 produktnr). */
  freightProduct: string | null;
  /** Allowed deviation in per cent of the invoice amount, 0 to 100. Null: no per cent limit is set; 0: only exact is inside. When both limits are null, only exact is inside. Visma: IIDvTlP (Inngående faktura avvikstoleranse %). */
  tolerancePercent: DecimalText | null;
  /** Allowed deviation as an amount, in the currency of the invoice. Null: no amount limit is set; 0: only exact is inside. Visma: IIDvTlAm (Inngående faktura avvikstoleransebeløp). */
  toleranceAmount: DecimalText | null;
  /** Number of the voucher series that pre-registration vouchers are written in; one of voucherSeries, and with a voucher type. Visma: OrdMaPRVoSr (Inngående dokument forhåndsreg. serie). */
  preregistrationVoucherSeries: number | null;
  /** Switches of order match (Ordrebehandling 2 and 3). Visma: Ordrebehandling 2 and 3. */
  orderProcessing: {
    /** Any deviation puts the order line outside tolerance; the limits of company and suppliers are disregarded. Visma: Ordrebehandling 2: Tillat ikke avvik. */
    allowNoDeviation: boolean;
    /** Write a voucher for every matched invoice before it is received. Never together with automaticReceipt. Visma: Ordrebehandling 2: Forhåndsreg. av inngående dokumenter. */
    preregisterIncomingDocuments: boolean;
    /** Receive matched order lines that are inside tolerance without a person. Never together with preregisterIncomingDocuments. Visma: Ordrebehandling 2: Ordrematch automatisk fakturamottak. */
    automaticReceipt: boolean;
    /** Receive an invoice only when all its lines are inside tolerance. Only asked when automaticReceipt is on. Visma: Ordrebehandling 3: Ingen delvis fakturamottak for ordrematch. */
    noPartialReceipt: boolean;
    /** Rejecting an invoice writes a voucher that reverses its pre-registration. Visma: Ordrebehandling 3: Tilbakefør forhåndsregistrering for ordrematch ved avvising av faktura. */
    reversePreregistrationOnReject: boolean;
  };
}

/** How order match decides where the source is silent. */
export interface OrderMatchSettings {
  /** When a per cent and an amount are both set: both must hold, or either is enough. */
  toleranceCombination: 'both' | 'either';
  /** Which deviations count: both ways, or only those to the buyer's disadvantage. Both ways where no deviation is allowed. */
  direction: 'both' | 'over';
  /** Charges on an invoice line are split out of the line, or kept in its amount. */
  lineCharges: 'split' | 'keep';
  /** The most that the deviations of all lines may add up to. Null: no cap. */
  documentAmountCap: DecimalText | null;
  /** Charges above this per cent of the goods' net give status 4, and a rounding of more than 1.00 counts as one. Null: no limit. */
  chargeLimitPercent: DecimalText | null;
  /** The most freight on one invoice. Null: no limit. */
  freightLimit: DecimalText | null;
  /** The most fees on one invoice, a rounding of more than 1.00 among them. Null: no limit. */
  feeLimit: DecimalText | null;
  /** Charge reason codes (UNCL 7161) that are freight whatever the words say. */
  freightReasonCodes: string[];
  /** Receive no more than has come into the warehouse; the rest waits (status 8). */
  requireGoodsReceipt: boolean;
  /** Receive automatically also where the choice of the order line changed an account, a project or a price. */
  classCAutomatic: boolean;
  /** Match a line whose net is not quantity times price on its net; off: such an invoice gets status 7. */
  acceptR120Failures: boolean;
  /** What an order number found in free text is worth. */
  orderFromText: {
    /** In the buyer reference: use it, use it but hold the invoice for a person's nod, or do not look. */
    buyerReference: 'use' | 'propose' | 'off';
    /** In notes and item texts: use it, use it but hold the invoice for a person's nod, or do not look. */
    note: 'use' | 'propose' | 'off';
  };
  /** The first use of a learned product link is held for a person. */
  learnedNeedsConfirm: boolean;
  /** Values an invoice must state beside those that always are mandatory; without one it gets status 7. */
  mandatoryValues: string[];
  /** Regular expressions for how your order numbers are written on invoices; the first group is the number. */
  orderNumberPatterns: string[];
  /** Receipt of a pre-registered invoice writes the voucher that clears the pre-registration; off where Visma does it itself. */
  counterVoucherAtReceipt: boolean;
  /** Voucher date: the invoice's, or the day of registration. */
  preregistrationDate: 'invoice' | 'registration';
  /** Counted from ePack's terms, or taken from the invoice. */
  dueDate: 'terms' | 'invoice';
  /** Last day of the closed period; vouchers are dated after it. Null: nothing is closed. */
  closedUntil: PlainDateText | null;
}

/** Orders that are paid before they go on. */
export interface PrepaymentSettings {
  /** How payments of prepayment orders are told apart in bank files. Visma: Factoringselskap. */
  factoringCompanies: {
    /** Number of the factoring company. */
    id: number;
    /** Payments in this voucher series are looked up among prepayment orders. Visma: Betalingsbehandling: Forskuddsbetaling. */
    prepayment: boolean;
    /** The voucher series of prepayment documents. */
    voucherSeries: number;
    /** First number of the prepayment series. */
    firstVoucherNo?: number;
    /** Last number of the prepayment series. */
    lastVoucherNo?: number;
    /** How the payment reference is built. */
    kid?: {
      /** How the check digit is computed. */
      algorithm: 'mod10' | 'mod11';
      /** Position of the customer number, from 1. */
      customerStart?: number;
      /** How many digits. */
      customerDigits?: number;
      /** Position of the document number, from 1. */
      referenceStart: number;
      /** How many digits. */
      referenceDigits: number;
    };
  }[];
  /** Which transaction types take part: 1 sale, 6 purchase. */
  transactionTypes: (1 | 6)[];
  /** Several payments of one order are added up. */
  cumulative: boolean;
}

/** How sales invoices are put together. */
export interface SalesInvoiceSettings {
  /** An invoice must balance with its control total before it is released. */
  validateTotals: boolean;
  /** How the freight of an order is spread over its invoices: all of it on the first, or in proportion to what is invoiced. */
  freightAllocation: 'full-amount-first-time' | 'allocate-proportionally';
  /** When commission is earned: when the invoice is released, or when it is paid. */
  commissionAt: 'release' | 'payment';
}

/** How sales orders go from ePack to Visma. */
export interface SalesFlowSettings {
  /** An order that has lines of zero among others: it is held, the lines are dropped, or it is sent as it is. */
  zeroLinePolicy: 'block' | 'drop' | 'send';
  /** Whose payment terms go with an order: the client's at the moment of sending, or the order's own where it has some. */
  orderTerms: 'client' | 'override';
  /** An order without payment terms is held, or sent without the field and with a note to a person. */
  missingTerms: 'hold' | 'omit';
  /** A status whose order is unknown waits this many days, then fails with an alert. */
  statusWaitDays: number;
  /** After this many failures of one order somebody is told. */
  recurringFailureAfter: number;
  /** Whom the message names. */
  recurringFailureContact: string;
  /** An order that is open in Visma for this many days without news may have been deleted there. */
  possiblyDeletedAfterDays: number;
}

/** The screens for operators. */
export interface DashboardSettings {
  /** Address that the dashboard listens on. */
  listen: string;
  /** TCP port. */
  port: number;
  /** A proxy in front takes care of TLS. */
  behindProxy: boolean;
}

/** How the folder of a channel is read or written. */
export interface ChannelSettings {
  /** A file whose end does not prove it complete is taken when it has not changed for this long. */
  settleMs: number;
  /** How often the folder is looked at even when nothing was announced. */
  rescanMs: number;
  /** A file that should close and does not is taken after this time, and refused as cut off. */
  stuckMs: number;
  /** Larger files are refused. */
  maxBytes: number;
  /** Take a file only when a marker NAME.done lies beside it. */
  markers: boolean;
  /** Of a file with several documents take the good ones and report the bad ones; off: one bad record refuses the file. */
  partial: boolean;
  /** What the same file again gets: the first answer once more, a refusal, or nothing. */
  duplicates: 're-acknowledge' | 'reject' | 'ignore';
  /** Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place. */
  invoiceResponse: InvoiceResponseMode;
  /** How many files of the channel are read at the same time. */
  concurrency: number;
  /** Never rely on the file system's announcements: for network shares. */
  polling: boolean;
  /** Outbox only: how long a receiver may leave a file before it is withdrawn. Null: for ever. */
  receiptTimeoutMinutes: number | null;
  /** Alert when the channel has been silent for this long. Null: never. */
  lateAfter: string | null;
  /** An acknowledgement waits this long for the results it speaks of. */
  ackWaitMs: number;
  /** How a failed attempt is repeated. */
  retry: {
    /** Pause before the first repetition. */
    firstMs: number;
    /** How much longer each pause is. */
    factor: number;
    /** No pause is longer. */
    maxMs: number;
    /** After this many attempts it stops and somebody is told. */
    attempts: number;
  };
}

/** Invoices only: what suppliers are told about their invoices, as Peppol Invoice Responses in outbox/suppliers. off: nothing; decisions: accepted, rejected, or a question; all: also that an invoice came in and is being worked on. A supplier's own setting takes its place. */
export type InvoiceResponseMode = 'off' | 'decisions' | 'all';

export type InboxName = 'epack' | 'visma' | 'visma-refusals' | 'invoices' | 'bank' | 'commands';

export type OutboxName = 'epack' | 'visma' | 'suppliers' | 'acknowledgements';
