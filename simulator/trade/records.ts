import type { Finding, Instant } from '../kernel/index.ts';

/**
 * The records that parties share, by collection. Every record is plain JSON. Money in minor units (fen, cents),
 * weight in grams, time as Instant.
 */

/** `quotes` by supplier id. */
export interface Quote {
  supplier: string;
  goods: string;
  asked: Instant;
  price: number;
  minimum: number;
  leadDays: number;
  invoice: Invoice;
  certificates: string[];
}

export type Invoice = 'special13' | 'special9' | 'special3' | 'ordinary' | 'none';

/** `lots` by lot id: goods that were bought, in pieces. good + faulty + gone = pieces. */
export interface Lot {
  id: string;
  goods: string;
  supplier: string;
  received: Instant;
  pieces: number;
  /** Pieces free to be packed. */
  free: number;
  /** Price per piece with VAT, fen. */
  price: number;
  invoice: Invoice;
  certificates: string[];
}

/** `listings` by goods id. */
export interface Listing {
  goods: string;
  /** The code that the trainee chose at listing; it fills the papers. */
  hs: string;
  /** Per piece, in cents of US dollars. */
  price: number;
  live: boolean;
  contentScore: number;
}

/** `orders` by order number. */
export interface Order {
  orderNo: string;
  buyer: string;
  goods: string;
  pieces: number;
  /** Three-digit country code. */
  country: string;
  /** ISO code of the order's money; amounts in its minor units. */
  currency: 'USD';
  unitPrice: number;
  goodsValue: number;
  freight: number;
  ordered: Instant;
  paid: Instant | null;
  /** Last instant at which the platform counts the parcel as shipped on time. */
  shipBy: Instant;
  cancelled: boolean;
}

/** `parcels` by order number: what is known of the goods on their way. */
export interface Parcel {
  orderNo: string;
  lots: { lot: string; pieces: number }[];
  netGrams: number;
  /** What the parcel really weighs, and what the packer wrote down. */
  grossGrams: number;
  statedGrams: number;
  labels: string[];
  /** Last status that customs gave to order, proceeds and waybill, by message. */
  data: Record<string, string>;
  logisticsNo: string;
  /** Freight of the carrier, fen. */
  carriage: number;
  insured: boolean;
  route: 'summary' | 'statistics' | '';
  copNo: string;
  preNo: string;
  invtNo: string;
  batch: string;
  /** HS code and value as they were declared. */
  declaredHs: string;
  declaredValue: number;
  released: Instant | null;
  departed: Instant | null;
  closed: Instant | null;
  delivered: Instant | null;
  summary: string;
}

/** `batches` by batch number: parcels under one master waybill. */
export interface Batch {
  id: string;
  billNo: string;
  orders: string[];
  plate: string;
  voyage: string;
  grossGrams: number;
  dispatched: Instant | null;
  arrived: Instant | null;
  departed: Instant | null;
}

/** `payouts` by number: what the platform pays out, gross and net in cents. */
export interface Payout {
  id: string;
  orders: string[];
  currency: 'USD';
  gross: number;
  commission: number;
  refunds: number;
  fees: number;
  net: number;
  paid: Instant;
  /** Filled by the bank. */
  credited: Instant | null;
  settled: Instant | null;
  settledFen: number;
}

/** `claims` by number: refund claims, exemption filings, and refunds that were paid back. */
export interface Claim {
  id: string;
  kind: 'refund' | 'exemptWithInvoice' | 'exemptWithoutInvoice' | 'repayment';
  orders: string[];
  amount: number;
  filed: Instant;
  state: 'filed' | 'paid' | 'refused' | 'accepted';
}

/** `credit` under 'customs' and 'zone'. */
export interface Credit {
  class: string;
  /** 300–950 in the zone's model. */
  score: number;
  /** The eight dimensions in ppm, in the order of the dossier. */
  dimensions: number[];
  log: { at: Instant; code: string; delta: number; cites: string[] }[];
}

/** `enterprise` under 'self': registration results. */
export interface Standing {
  licensed: boolean;
  customsFiled: boolean;
  eport: boolean;
  /** On the name list of trade enterprises, or exempt as a small e-commerce firm. */
  forex: 'none' | 'listed' | 'exempt';
  taxFiled: boolean;
  zonePlatform: boolean;
  shop: boolean;
}

/** `risks` by event id. */
export interface RiskRecord {
  id: string;
  signs: string[];
  opened: Instant | null;
  choice: string;
  /** best, acceptable, wrong, or ignored. */
  verdict: string;
  refs: Record<string, string | number>;
}

/** `customsDocuments` by `303:<orderNo>`, `403:<orderNo>`, `505:<logisticsNo>`, `603:<copNo>`, `607:<copNo>` …: what customs holds. */
export interface CustomsDocument {
  message: string;
  key: string;
  guid: string;
  appTime: string;
  status: string;
  head: Record<string, string>;
  list: Record<string, string>[];
  preNo: string;
  invtNo: string;
  /** Who sent it: exporter, carrier, site. */
  from: string;
  /** Why it was rejected. */
  findings?: Finding[];
  /** A list that a summary application has taken up. */
  summarised?: boolean;
}

/** `qualifications` by need (`needs` of the goods): what the firm itself asked for and holds. */
export interface Qualification {
  need: string;
  asked: Instant;
  granted: Instant | null;
}

/** `purchases` by id `purchase:<n>`. Money in fen with VAT. */
export interface Purchase {
  id: string;
  supplier: string;
  goods: string;
  pieces: number;
  price: number;
  invoice: Invoice;
  /** The agreed day, 10:00. */
  promised: Instant;
  arrived: Instant | null;
  /** What is still to be paid when the goods are taken. */
  due: number;
  state: 'making' | 'inspecting' | 'claiming' | 'accepted' | 'rejected' | 'cancelled';
  /** Pieces that were looked at on receipt, and how many of them were faulty. */
  sample: { size: number; faults: number } | null;
  /** Faulty pieces that went back to the supplier, and those thrown away here: neither is in the lot. */
  returned: number;
  scrapped: number;
  lot: string;
}

/** `invoices` by lot id: the supplier's invoice, once it is there. Fen; total = net + vat. */
export interface SupplierInvoice {
  lot: string;
  supplier: string;
  kind: Invoice;
  total: number;
  net: number;
  vat: number;
  arrived: Instant;
}

/** `faults` by lot id: faulty pieces that slipped through the receiving inspection. Never shown to the trainee. */
export interface HiddenFaults {
  pieces: number;
}

/** `proceeds` by order number: the buyer's money, from payment to payout. Cents of US dollars. */
export interface Proceeds {
  orderNo: string;
  /** Goods and freight as paid; less what went back before delivery. */
  gross: number;
  /** What went back to the buyer after delivery. */
  refunded: number;
  delivered: Instant | null;
  /** From then on it may be paid out. */
  available: Instant | null;
  /** A dispute is open: the money stays in the reserve. */
  held: boolean;
  /** The payout that it went out with, '' before. */
  payout: string;
}

/** `charges` by number: what the platform takes out of the next payout. Cents. */
export interface PlatformCharge {
  id: string;
  orderNo: string;
  kind: 'refund' | 'listing' | 'lateShipment' | 'chargeback' | 'chargebackFee';
  amount: number;
  at: Instant;
  payout: string;
}

/** `disputes` by order number. */
export interface Dispute {
  orderNo: string;
  kind: 'return' | 'chargeback';
  reason: string;
  opened: Instant;
  answerBy: Instant;
  outcome: '' | 'refunded' | 'resent' | 'returned' | 'dismissed' | 'won' | 'lost';
}
