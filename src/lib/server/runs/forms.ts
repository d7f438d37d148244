import type { Json, World } from '$simulator/kernel/index.ts';
import { findCode } from '$simulator/messages/index.ts';
import type { Lot, Order, Payout, Quote } from '$simulator/trade/records.ts';
import type { Setup } from '$simulator/trade/setup.ts';
import type { FormField, OfferView } from '$simulator/views/index.ts';
import type { ShownField, ShownOffer, ShownOption, Unit } from '$lib/desk/view.ts';
import { m } from '$lib/paraglide/messages.js';
import { formatCents, formatDate, formatFen, formatWeight } from '../../i18n/format.ts';
import type { Speaker } from './words.ts';

/** Inputs that stand for an amount or a weight. */
const UNITS: Record<string, Unit> = {
  grossGrams: 'grams',
  price: 'cents',
  gross: 'cents',
  commission: 'cents',
  refunds: 'cents',
  fees: 'cents',
  amount: 'cents',
  receipts: 'cents',
  payments: 'cents',
};

/** Moves that cannot be taken back and cost much. */
const GRAVE = new Set(['handIn', 'withdraw', 'cancelPurchase', 'rejectGoods']);

export interface FormMaker {
  world: World;
  setup: Setup;
  speaker: Speaker;
}

export function shownOffer(
  maker: FormMaker,
  offer: OfferView,
  written: Record<string, string[]> | null,
): ShownOffer {
  const { title, text } = maker.speaker.move(offer.definition, offer.move);
  return {
    key: `${offer.to} ${offer.move}`,
    to: offer.to,
    move: offer.move,
    title,
    text,
    cites: maker.speaker.cites(offer.cites),
    fields: offer.fields.map((field) => shownField(maker, offer, field, written?.[field.name] ?? null)),
    grave: GRAVE.has(offer.move),
  };
}

function shownField(
  maker: FormMaker,
  { move, suggestions }: OfferView,
  field: FormField,
  written: string[] | null,
): ShownField {
  const suggestion = suggestions[field.name] ?? {};
  const { title, text } = maker.speaker.say(['inputs', 'forms'], [`${move}.${field.name}`, field.name]);
  const values = (suggestion.options ?? field.options).map(String);
  const options = [...new Set(values)].map((value) => optionOf(maker, field.name, value));
  const { value } = suggestion;
  const first = value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);
  return {
    name: field.name,
    kind: kindOf(field, suggestion.options !== undefined),
    label: title,
    hint: text,
    required: field.required,
    options: field.kind === 'integer' || field.kind === 'flag' ? [] : options,
    min: field.min,
    max: field.max,
    unit: UNITS[field.name] ?? null,
    value:
      written ??
      (first.length === 0 && options.length === 1 && field.kind !== 'choices' ? [options[0]!.value] : first),
  };
}

/** A list of texts that the world can name is a set of choices; a text that it can name is one. */
function kindOf({ kind }: FormField, named: boolean): ShownField['kind'] {
  if (!named) return kind;
  if (kind === 'texts') return 'choices';
  return kind === 'text' ? 'choice' : kind;
}

const record = <T>({ world }: FormMaker, collection: string, id: string): T | null =>
  ((world.records[collection] ?? {})[id] as T | undefined) ?? null;

/** What a value of an input means: from the words, or from the thing of this world that it names. */
function optionOf(maker: FormMaker, field: string, value: string): ShownOption {
  const { speaker, setup } = maker;
  const plain = (label: string, hint = ''): ShownOption => ({ value, label, hint });
  const goods = setup.goods.find(({ id }) => id === value);
  if (field === 'goods' && goods) return plain(goodsName(goods, speaker), goods.id);
  if (field === 'orders') return plain(value, orderHint(maker, value));
  if (field === 'supplier') return supplierOption(maker, value);
  if (field === 'invoices') {
    const lot = record<Lot>(maker, 'lots', value);
    return plain(value, lot ? speaker.say('invoices', [lot.invoice]).title : '');
  }
  if (field === 'payout') {
    const payout = record<Payout>(maker, 'payouts', value);
    return plain(value, payout ? `${formatDate(payout.paid)} · ${formatCents(payout.net)}` : '');
  }
  if (field === 'countries' || field === 'country') {
    const country = findCode('country', value);
    return plain(country ? (speaker.locale === 'en' ? country.en : country.zh) : value, value);
  }
  const { title, text } = speaker.say(['options', 'choices'], [`${field}.${value}`, value]);
  return plain(title, text);
}

/** A value that was written in a form, in words: grams as kilograms, cents as dollars, codes by their names. */
export function shownValueOf(maker: FormMaker, field: string, value: Json): string {
  const unit = UNITS[field];
  if (typeof value === 'number' && unit)
    return unit === 'grams' ? formatWeight(value) : unit === 'cents' ? formatCents(value) : formatFen(value);
  if (typeof value === 'boolean') return value ? m.panes_yes() : m.panes_no();
  return optionOf(maker, field, String(value)).label;
}

export const goodsName = (goods: { nameZh: string; nameEn: string }, speaker: Speaker): string =>
  speaker.locale === 'en' ? goods.nameEn : goods.nameZh;

export function orderHint(maker: FormMaker, orderNo: string): string {
  const order = record<Order>(maker, 'orders', orderNo);
  const goods = maker.setup.goods.find(({ id }) => id === order?.goods);
  return order && goods
    ? `${goodsName(goods, maker.speaker)} × ${order.pieces} · ${formatCents(order.goodsValue)}`
    : '';
}

function supplierOption(maker: FormMaker, value: string): ShownOption {
  const { setup, speaker } = maker;
  const supplier = setup.suppliers.find(({ id }) => id === value);
  const goods = setup.goods.find(({ id }) => id === supplier?.product);
  const quote = record<Quote>(maker, 'quotes', value);
  const name = speaker.say('suppliers', [value]).title;
  const price = quote
    ? `${formatFen(quote.price)} · ≥ ${quote.minimum} · ${speaker.say('invoices', [quote.invoice]).title}`
    : '';
  return {
    value,
    label: name,
    hint: [goods ? goodsName(goods, speaker) : '', price].filter(Boolean).join(' · '),
  };
}
