import { m } from '$lib/paraglide/messages.js';
import type { VentureField, VentureProblem } from '$lib/server/ventures/judge.ts';
import type { Invoice } from '$simulator/trade/records.ts';
import type { VentureFlag } from '$simulator/trade/venture.ts';
import type { ProfitKind, Span } from '$simulator/views/economics/index.ts';

/** Words of the codes of this room; the types make the compiler ask for those of a new one. */
const KINDS: Record<ProfitKind | 'profit', readonly [name: () => string, how: () => string]> = {
  revenue: [m.incubate_kind_revenue, m.incubate_kind_revenue_how],
  buyerRefunds: [m.incubate_kind_buyerRefunds, m.incubate_kind_buyerRefunds_how],
  goodsCost: [m.incubate_kind_goodsCost, m.incubate_kind_goodsCost_how],
  carriage: [m.incubate_kind_carriage, m.incubate_kind_carriage_how],
  platform: [m.incubate_kind_platform, m.incubate_kind_platform_how],
  bank: [m.incubate_kind_bank, m.incubate_kind_bank_how],
  tax: [m.incubate_kind_tax, m.incubate_kind_tax_how],
  papers: [m.incubate_kind_papers, m.incubate_kind_papers_how],
  penalties: [m.incubate_kind_penalties, m.incubate_kind_penalties_how],
  losses: [m.incubate_kind_losses, m.incubate_kind_losses_how],
  profit: [m.incubate_kind_profit, m.incubate_kind_profit_how],
};
export const kindName = (kind: ProfitKind | 'profit'): string => KINDS[kind][0]();
/** How the figure comes about. */
export const kindHow = (kind: ProfitKind | 'profit'): string => KINDS[kind][1]();

/** Kinds whose figures rest on terms that this house made up: the mark goes with them. */
export const MODELLED: ReadonlySet<ProfitKind> = new Set<ProfitKind>([
  'carriage',
  'platform',
  'bank',
  'papers',
  'losses',
]);

const FIELDS: Record<VentureField, () => string> = {
  name: m.incubate_field_name,
  hs: m.incubate_field_hs,
  unit: m.incubate_field_unit,
  cost: m.incubate_field_cost,
  invoice: m.incubate_field_invoice,
  vat: m.incubate_field_vat,
  refund: m.incubate_field_refund,
  price: m.incubate_field_price,
  market: m.incubate_field_market,
  netGrams: m.incubate_field_netGrams,
  packGrams: m.incubate_field_packGrams,
  stock: m.incubate_field_stock,
  cash: m.incubate_field_cash,
  destinations: m.incubate_field_destinations,
  flags: m.incubate_field_flags,
  certified: m.incubate_field_certified,
};
export const fieldName = (field: VentureField): string => FIELDS[field]();

const PROBLEMS: Record<VentureProblem, () => string> = {
  nameMissing: m.incubate_problem_nameMissing,
  nameTooLong: m.incubate_problem_nameTooLong,
  hsNotDigits: m.incubate_problem_hsNotDigits,
  hsWrongLength: m.incubate_problem_hsWrongLength,
  hsNoSuchChapter: m.incubate_problem_hsNoSuchChapter,
  unitUnknown: m.incubate_problem_unitUnknown,
  notANumber: m.incubate_problem_notANumber,
  notPositive: m.incubate_problem_notPositive,
  negative: m.incubate_problem_negative,
  tooLarge: m.incubate_problem_tooLarge,
  tooFine: m.incubate_problem_tooFine,
  invoiceUnknown: m.incubate_problem_invoiceUnknown,
  rateAbove: m.incubate_problem_rateAbove,
  refundAboveVat: m.incubate_problem_refundAboveVat,
  countryUnknown: m.incubate_problem_countryUnknown,
  flagUnknown: m.incubate_problem_flagUnknown,
  answerUnknown: m.incubate_problem_answerUnknown,
};
export const problemText = (problem: VentureProblem): string => PROBLEMS[problem]();

const FLAGS: Record<VentureFlag, () => string> = {
  battery: m.incubate_flag_battery,
  food: m.incubate_flag_food,
  plant: m.incubate_flag_plant,
  brand: m.incubate_flag_brand,
};
export const flagName = (flag: VentureFlag): string => FLAGS[flag]();

const INVOICE_NAMES: Record<Invoice, () => string> = {
  special13: m.incubate_invoice_special13,
  special9: m.incubate_invoice_special9,
  special3: m.incubate_invoice_special3,
  ordinary: m.incubate_invoice_ordinary,
  none: m.incubate_invoice_none,
};
export const invoiceName = (invoice: Invoice): string => INVOICE_NAMES[invoice]();

const SPANS: Record<Span['from'], () => string> = {
  paid: m.incubate_span_paid_departed,
  departed: m.incubate_span_departed_delivered,
  delivered: m.incubate_span_delivered_paidOut,
  paidOut: m.incubate_span_paidOut_credited,
  credited: m.incubate_span_credited_settled,
};
export const spanName = (from: Span['from']): string => SPANS[from]();
