import { rule, type Rule, type Scene } from '../../kernel/index.ts';
import { WIRE_DECIMALS, formatDecimal, parseDecimal } from '../../trade/decimal.ts';
import type { CustomsDocument } from '../../trade/records.ts';
import type { Goods, Setup } from '../../trade/setup.ts';
import { documentsOf, findBy, isStored } from './documents.ts';
import { proceedsNeeded, statisticsRouteFault } from './routes.ts';

type Check = Rule<CustomsDocument>;
const units = (text: string | undefined): number => parseDecimal(text ?? '', WIRE_DECIMALS) ?? 0;
const orderOf = (scene: Scene, { head }: CustomsDocument) =>
  findBy(scene, '303', 'orderNo', head.orderNo ?? '');
const waybillOf = (scene: Scene, { head }: CustomsDocument) =>
  findBy(scene, '505', 'logisticsNo', head.logisticsNo ?? '');

/** The goods of a list line, by the number that the trainee's own shop gives them. */
export const goodsOf = (scene: Scene, line: Record<string, string> | undefined): Goods | null =>
  (scene.setup as Setup).goods.find((item) => item.id === line?.itemNo) ?? null;

const orderStored = rule<CustomsDocument>(
  'orderNotStored',
  ['gacc-2018-194#three-data'],
  (scene, document) =>
    isStored(orderOf(scene, document))
      ? null
      : {
          orderNo: document.head.orderNo ?? '',
          status: orderOf(scene, document)?.status ?? '',
          at: 'head.orderNo',
        },
);

const waybillStored = rule<CustomsDocument>(
  'waybillNotStored',
  ['gacc-2018-194#three-data'],
  (scene, document) =>
    isStored(waybillOf(scene, document))
      ? null
      : {
          logisticsNo: document.head.logisticsNo ?? '',
          status: waybillOf(scene, document)?.status ?? '',
          at: 'head.logisticsNo',
        },
);

const proceedsStored = rule<CustomsDocument>(
  'proceedsNotStored',
  ['gacc-2018-194#three-data', 'gacc-2024-167#no-receipt-message'],
  (scene, { head }) =>
    !proceedsNeeded(scene) || isStored(findBy(scene, '403', 'orderNo', head.orderNo ?? ''))
      ? null
      : { orderNo: head.orderNo ?? '', at: 'head.orderNo' },
);

const traderKnown = rule<CustomsDocument>(
  'traderUnknown',
  ['gacc-2018-219#registration'],
  (scene, { head }) => {
    const { uscc, customsCode } = (scene.setup as Setup).enterprise;
    return [uscc, customsCode].includes(head.ebcCode ?? '')
      ? null
      : { code: head.ebcCode ?? '', expected: customsCode, at: 'head.ebcCode' };
  },
);

const numberFree = rule<CustomsDocument>('listNumberTaken', ['ceb-202205#receipt-key'], (scene, document) => {
  const other = documentsOf(scene, '603').find(
    (item) => item.key !== document.key && item.head.orderNo === document.head.orderNo && isStored(item),
  );
  return other ? { orderNo: document.head.orderNo ?? '', invtNo: other.invtNo, at: 'head.orderNo' } : null;
});

const codeKnown = rule<CustomsDocument>(
  'hsUnknown',
  ['customs-law#truthful-declaration'],
  (scene, { head, list }) => {
    const short = head.statisticsFlag === 'A' ? 4 : 10;
    for (const line of list) {
      const goods = goodsOf(scene, line);
      const known = goods ? [goods.hs, ...goods.decoys.map((decoy) => decoy.hs)] : [];
      if (!known.some((hs) => hs.slice(0, short) === (line.gcode ?? '').slice(0, short)))
        return { hs: line.gcode ?? '', line: line.gnum ?? '', at: `list.${line.gnum}.gcode` };
    }
    return null;
  },
);

const legalUnitRight = rule<CustomsDocument>('legalUnitWrong', ['ceb-202205#list-603'], (scene, { list }) => {
  for (const line of list) {
    const goods = goodsOf(scene, line);
    if (!goods) continue;
    const due = goods.legalPerPiece * units(line.qty);
    if (line.unit1 !== goods.legalUnit)
      return {
        line: line.gnum ?? '',
        expected: goods.legalUnit,
        found: line.unit1 ?? '',
        at: `list.${line.gnum}.unit1`,
      };
    if (units(line.qty1) * 1000 !== due)
      return {
        line: line.gnum ?? '',
        expected: formatDecimal(due, 8),
        found: line.qty1 ?? '',
        at: `list.${line.gnum}.qty1`,
      };
  }
  return null;
});

const modeRight = rule<CustomsDocument>('modeWrong', ['gacc-2014-12#code-9610'], (_, { head }) =>
  head.tradeMode === '9610' ? null : { mode: head.tradeMode ?? '', at: 'head.tradeMode' },
);

const licenceThere = rule<CustomsDocument>(
  'licenceMissing',
  ['foreign-trade-law#prohibited-restricted'],
  (scene, { head, list }) => {
    const line = list.find(
      (item) => goodsOf(scene, item)?.flags.includes('licence') && !(head.licenseNo ?? ''),
    );
    return line ? { goods: line.itemNo ?? '', at: 'head.licenseNo' } : null;
  },
);

const routeOpen = rule<CustomsDocument>(
  'statisticsRouteClosed',
  ['gacc-2018-194#summary-statistics', 'ceb-202205#statistics-flag'],
  (scene, document) => {
    if (document.head.statisticsFlag !== 'A') return null;
    const reason = statisticsRouteFault(scene, document);
    return reason ? { ...reason, at: 'head.statisticsFlag' } : null;
  },
);

/**
 * What the world has against an export list, in the order in which a person would look. Its own numbers and its
 * agreement with order and waybill are the message room's checks.
 */
export const listRules: readonly Check[] = [
  orderStored, waybillStored, proceedsStored, traderKnown, modeRight, numberFree, codeKnown, legalUnitRight, licenceThere, routeOpen,
]; // prettier-ignore
