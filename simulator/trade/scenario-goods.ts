import type { Product } from './product.ts';
import type { Goods } from './setup.ts';
import { covers } from './span.ts';
import { weakest } from './tag.ts';
import type { Day } from './time.ts';

/** The flags that decide in a run, as far as they follow from the catalogue. */
function flagsOf(product: Product): Goods['flags'] {
  const has = (flag: Product['flags'][number]): boolean => product.flags.includes(flag);
  const flags: Goods['flags'] = [];
  for (const flag of ['battery', 'food', 'plant', 'brand'] as const) if (has(flag)) flags.push(flag);
  if (has('licence') || has('dualUse')) flags.push('licence');
  if (product.exportDuty.value > 0) flags.push('dutiable');
  if (product.supervision.codes.includes('B')) flags.push('inspection');
  return flags;
}

/**
 * A product of the catalogue as a scenario takes it, with the refund rate of the day.
 * Declaration elements are joined as they stand in gmodel; `needs` are the papers that the firm itself must hold,
 * the supplier's come with its quote.
 * @throws RangeError when the product has no refund rate on that day
 */
export function goodsOf(product: Product, day: Day): Goods {
  const refund = product.refund.find((rate) => covers(rate, day));
  const [legal] = product.legalUnits;
  if (!refund || !legal) throw new RangeError(`${product.id} has no refund rate on its day of export`);
  const perPiece = { netWeight: product.netWeight.typical, quantity: 1_000, factor: legal.factor ?? 1_000 };
  return {
    id: product.id,
    nameZh: product.name['zh-CN'],
    nameEn: product.name.en,
    hs: product.hs,
    decoys: product.decoys.map(({ hs, mistake }) => ({ hs, reason: mistake })),
    unit: product.unit,
    legalUnit: legal.unit,
    legalPerPiece: perPiece[legal.from],
    elements: product.elements.map(({ example }) => example['zh-CN']).join('|'),
    refundRate: refund.value,
    vatRate: product.vat.value,
    netGrams: product.netWeight.typical,
    packGrams: product.grossWeight.typical - product.netWeight.typical,
    flags: flagsOf(product),
    needs: product.certificates
      .filter((paper) => paper.mandatory && paper.holder === 'firm')
      .map(({ id }) => id),
    fairPrice: product.priceUsdCents.typical,
    tag: weakest([
      product.hsTag,
      refund.tag,
      product.vat.tag,
      product.priceUsdCents.tag,
      product.netWeight.tag,
    ]),
  };
}
