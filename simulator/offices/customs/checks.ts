import { complaints, rule, type Finding, type Rule, type Scene } from '../../kernel/index.ts';
import { WIRE_DECIMALS, parseDecimal } from '../../trade/decimal.ts';
import type { Credit, CustomsDocument } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { documentsOf, findBy, isStored } from './documents.ts';
import { listRules } from './list-rules.ts';

/** Units of 10^-5, as amounts and quantities stand on the wire; unreadable text counts as zero and fails elsewhere. */
export const units = (text: string | undefined): number => parseDecimal(text ?? '', WIRE_DECIMALS) ?? 0;

type Check = Rule<CustomsDocument>;

const linesAddUp = rule<CustomsDocument>('amountsDisagree', ['gacc-2018-194#truthful-data', 'ceb-202205#order-303'], (_, { head, list }) => {
  const total = list.reduce((sum, line) => sum + units(line.totalPrice), 0);
  return total === units(head.goodsValue) ? null : { declared: head.goodsValue ?? '', found: total / 100_000, at: 'head.goodsValue' };
});

const linesMultiply = rule<CustomsDocument>('lineDisagrees', ['ceb-202205#order-303'], (_, { list }) => {
  const wrong = list.find((line) => units(line.price) * units(line.qty) !== units(line.totalPrice) * 100_000);
  return wrong ? { line: wrong.gnum ?? '', declared: wrong.totalPrice ?? '', at: `list.${wrong.gnum}.totalPrice` } : null;
});

const linesCounted = rule<CustomsDocument>('linesMiscounted', ['ceb-202205#order-303'], (_, { list }) => {
  const wrong = list.findIndex((line, index) => line.gnum !== String(index + 1));
  return list.length > 0 && wrong < 0 ? null : { line: wrong + 1, at: 'list.gnum' };
});

const traderKnown = rule<CustomsDocument>('traderUnknown', ['gacc-2018-219#registration'], (scene, { head }) => {
  const { enterprise } = scene.setup as Setup;
  const code = head.ebcCode ?? '';
  return [enterprise.uscc, enterprise.customsCode].includes(code) ? null : { code, expected: enterprise.customsCode, at: 'head.ebcCode' };
});

const proceedsMatch = rule<CustomsDocument>('amountsDisagree', ['gacc-2018-194#truthful-data'], (scene, { head }) => {
  const order = findBy(scene, '303', 'orderNo', head.orderNo ?? '');
  const due = order ? units(order.head.goodsValue) + units(order.head.freight) : null;
  return due === null || due === units(head.charge) ? null : { declared: head.charge ?? '', found: due / 100_000, at: 'head.charge' };
});

const weightPositive = rule<CustomsDocument>('weightMissing', ['ceb-202205#waybill-505'], (_, { head }) =>
  units(head.grossWeight) > 0 ? null : { declared: head.grossWeight ?? '', at: 'head.grossWeight' },
);

const listKnown = rule<CustomsDocument>('listUnknown', ['ceb-202205#cancel-605'], (scene, { head }) =>
  documentsOf(scene, '603').some((list) => list.invtNo !== '' && list.invtNo === head.invtNo)
    ? null
    : { invtNo: head.invtNo ?? '', at: 'head.invtNo' },
);

const waybillsListed = rule<CustomsDocument>('waybillNotInLists', ['ceb-202205#later-607'], (scene, { list }) => {
  const lists = documentsOf(scene, '603').filter(isStored);
  const missing = list.find((line) => !lists.some((document) => document.head.logisticsNo === line.logisticsNo));
  return missing ? { logisticsNo: missing.logisticsNo ?? '', at: `list.${missing.gnum}.logisticsNo` } : null;
});

const waybillsPassed = rule<CustomsDocument>('listNotPassed', ['gacc-2018-194#supervised-site'], (scene, { list }) => {
  const lists = documentsOf(scene, '603');
  const open = list.find((line) => !lists.some((item) => item.head.logisticsNo === line.logisticsNo && item.status === '399'));
  return open ? { logisticsNo: open.logisticsNo ?? '', at: `list.${open.gnum}.logisticsNo` } : null;
});

const waybillsReleased = rule<CustomsDocument>('listNotReleased', ['gacc-2018-194#list-release'], (scene, { list }) => {
  const lists = documentsOf(scene, '603');
  const open = list.find((line) => !lists.some((item) => item.head.logisticsNo === line.logisticsNo && item.status === '800'));
  return open ? { logisticsNo: open.logisticsNo ?? '', at: `list.${open.gnum}.logisticsNo` } : null;
});

/** Lists that a summary application names: by number, or by the span of time in which they were closed. */
export function listsOfSummary(scene: Scene, { head, list }: CustomsDocument): CustomsDocument[] {
  const lists = documentsOf(scene, '603');
  if (head.startTime && head.endTime) {
    return lists.filter(
      (item) => item.head.statisticsFlag === 'B' && item.status === '899' && item.appTime >= head.startTime! && item.appTime <= head.endTime!,
    );
  }
  return lists.filter((item) => list.some((line) => line.invtNo === item.invtNo));
}

const summaryNamesLists = rule<CustomsDocument>('listUnknown', ['ceb-202205#summary-701'], (scene, document) => {
  const lists = documentsOf(scene, '603');
  const unknown = document.list.find((line) => !lists.some((item) => item.invtNo === line.invtNo));
  if (unknown) return { invtNo: unknown.invtNo ?? '', at: 'list.invtNo' };
  return listsOfSummary(scene, document).length > 0 ? null : { invtNo: '', at: 'list' };
});

const onEachList = (code: string, cites: string[], wrong: (list: CustomsDocument, document: CustomsDocument) => boolean): Check =>
  rule<CustomsDocument>(code, cites, (scene, document) => {
    const found = listsOfSummary(scene, document).find((list) => wrong(list, document));
    return found ? { invtNo: found.invtNo, status: found.status, at: 'list.invtNo' } : null;
  });

const summaryAllowed = rule<CustomsDocument>('summaryBarred', ['gacc-decree-282#five-classes', 'dryport-model'], (scene) => {
  const credit = scene.find<Credit>('credit', 'customs');
  return credit && ['dishonest', 'seriouslyDishonest'].includes(credit.class) ? { class: credit.class } : null;
});

/** What customs looks at when a record comes in, by message. */
const ON_ARRIVAL: Record<string, readonly Check[]> = {
  '303': [traderKnown, linesCounted, linesMultiply, linesAddUp],
  '403': [traderKnown, proceedsMatch],
  '505': [weightPositive],
  '603': listRules,
  '605': [listKnown],
  '607': [waybillsListed],
  '507': [waybillsListed],
  '509': [waybillsListed],
  '701': [traderKnown, summaryNamesLists, summaryAllowed],
};

/** What it looks at before a stored document takes effect; messages that are not here rest at 120. */
const ON_SETTLING: Record<string, readonly Check[]> = {
  '605': [
    rule<CustomsDocument>('listAlreadyReleased', ['customs-law#amend-cancel'], (scene, { head }) => {
      const list = documentsOf(scene, '603').find((item) => item.invtNo === head.invtNo);
      return list && ['800', '899'].includes(list.status) ? { invtNo: list.invtNo, status: list.status, at: 'head.invtNo' } : null;
    }),
  ],
  '607': [],
  '507': [waybillsPassed],
  '509': [waybillsReleased],
  '701': [
    onEachList('listNotForSummary', ['ceb-202205#statistics-flag'], (list) => list.head.statisticsFlag !== 'B'),
    onEachList('listNotClosed', ['gacc-2018-194#summary-by-15th'], (list) => list.status !== '899'),
    onEachList('listsOfOthers', ['gacc-2018-194#eight-keys'], (list, { head }) => list.head.ebcCode !== head.ebcCode),
    onEachList('listAlreadySummarised', ['ceb-202205#summary-701'], (list) => list.summarised === true),
  ],
};

export const checkDocument = (scene: Scene, document: CustomsDocument): Finding[] =>
  complaints(ON_ARRIVAL[document.message] ?? [], scene, document);

/** Null where the document rests at 120; else the complaints against its taking effect. */
export function settleDocument(scene: Scene, document: CustomsDocument): Finding[] | null {
  const checks = ON_SETTLING[document.message];
  return checks ? complaints(checks, scene, document) : null;
}
