/** What a test says of an invoice; everything else is filled in so that the result is a valid document of its family. */
export interface UblSpec {
  family: 'peppol-bis-3' | 'peppol-bis-2' | 'ehf-2';
  kind: 'invoice' | 'credit-note';
  /** null leaves the number out, to see what a missing mandatory value does. */
  number: string | null;
  issueDate?: string | null;
  dueDate?: string | null;
  currency?: string;
  orderRef?: string | null;
  buyerReference?: string;
  note?: string;
  /** null leaves every identifier of the supplier out. */
  supplier?: UblParty | null;
  customer?: UblParty;
  kid?: string;
  account?: string;
  lines: UblLine[];
  allowances?: UblAllowanceCharge[];
  charges?: UblAllowanceCharge[];
  /** PayableRoundingAmount. */
  rounding?: string;
  prepaid?: string;
  /** Numbers of the invoices that this document refers to (BillingReference). */
  precedingInvoices?: string[];
  /** Left out, 380 for an invoice and the family's own for a credit note. */
  typeCode?: string;
  /** Behind the CustomizationID, as a reminder or a forward billing has it. */
  customizationSuffix?: string;
  /** Sums that are stated instead of the right ones. */
  stated?: { lineNet?: string; net?: string; tax?: string; gross?: string; payable?: string };
  taxCategory?: string;
  taxPercent?: string;
  /** The note is lengthened until the document has this many bytes; a longer one stays as it is. */
  padToBytes?: number;
}

export interface UblParty {
  name: string;
  /** Nine digits; the spelling of the scheme and of the VAT number follows the family. */
  organisationNo: string;
}

/** Exact decimals as text throughout. */
export interface UblLine {
  id?: string;
  name?: string;
  sku?: string;
  gtin?: string;
  buyer?: string;
  quantity: string;
  unit?: string;
  price: string;
  /** PriceBaseQuantity. */
  base?: string;
  /** Stated line net; left out it is quantity x price / base + charges - allowances, rounded to two decimals. */
  net?: string;
  orderLineRef?: string;
  orderRef?: string;
  allowances?: UblAllowanceCharge[];
  charges?: UblAllowanceCharge[];
  taxCategory?: string;
  taxPercent?: string;
}

export interface UblAllowanceCharge {
  amount: string;
  reason?: string;
  reasonCode?: string;
  taxCategory?: string;
  taxPercent?: string;
}
