import { complaints, rule, type Finding, type Rule, type Scene } from '../../kernel/index.ts';
import {
  checkRecord,
  orderWithList,
  orderWithReceipt,
  waybillWithList,
  type MessageType,
} from '../../messages/index.ts';
import type { Credit, CustomsDocument } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { documentsOf, findBy, isStored, recordOf } from './documents.ts';
import { listRules } from './list-rules.ts';

type Check = Rule<CustomsDocument>;

const traderKnown = rule<CustomsDocument>(
  'traderUnknown',
  ['gacc-2018-219#registration'],
  (scene, { head }) => {
    const { enterprise } = scene.setup as Setup;
    const code = head.ebcCode ?? '';
    return [enterprise.uscc, enterprise.customsCode].includes(code)
      ? null
      : { code, expected: enterprise.customsCode, at: 'head.ebcCode' };
  },
);

const listKnown = rule<CustomsDocument>('listUnknown', ['ceb-202205#cancel-605'], (scene, { head }) =>
  documentsOf(scene, '603').some((list) => list.invtNo !== '' && list.invtNo === head.invtNo)
    ? null
    : { invtNo: head.invtNo ?? '', at: 'head.invtNo' },
);

const waybillsListed = rule<CustomsDocument>(
  'waybillNotInLists',
  ['ceb-202205#later-607'],
  (scene, { list }) => {
    const lists = documentsOf(scene, '603').filter(isStored);
    const missing = list.find(
      (line) => !lists.some((document) => document.head.logisticsNo === line.logisticsNo),
    );
    return missing
      ? { logisticsNo: missing.logisticsNo ?? '', at: `list.${missing.gnum}.logisticsNo` }
      : null;
  },
);

const waybillsPassed = rule<CustomsDocument>(
  'listNotPassed',
  ['gacc-2018-194#supervised-site'],
  (scene, { list }) => {
    const lists = documentsOf(scene, '603');
    const open = list.find(
      (line) => !lists.some((item) => item.head.logisticsNo === line.logisticsNo && item.status === '399'),
    );
    return open ? { logisticsNo: open.logisticsNo ?? '', at: `list.${open.gnum}.logisticsNo` } : null;
  },
);

const waybillsReleased = rule<CustomsDocument>(
  'listNotReleased',
  ['gacc-2018-194#list-release'],
  (scene, { list }) => {
    const lists = documentsOf(scene, '603');
    const open = list.find(
      (line) => !lists.some((item) => item.head.logisticsNo === line.logisticsNo && item.status === '800'),
    );
    return open ? { logisticsNo: open.logisticsNo ?? '', at: `list.${open.gnum}.logisticsNo` } : null;
  },
);

/** Lists that a summary application names: by number, or by the span of time in which they were closed. */
export function listsOfSummary(scene: Scene, { head, list }: CustomsDocument): CustomsDocument[] {
  const lists = documentsOf(scene, '603');
  if (head.startTime && head.endTime) {
    return lists.filter(
      (item) =>
        item.head.statisticsFlag === 'B' &&
        item.status === '899' &&
        item.appTime >= head.startTime! &&
        item.appTime <= head.endTime!,
    );
  }
  return lists.filter((item) => list.some((line) => line.invtNo === item.invtNo));
}

const summaryNamesLists = rule<CustomsDocument>(
  'listUnknown',
  ['ceb-202205#summary-701'],
  (scene, document) => {
    const lists = documentsOf(scene, '603');
    const unknown = document.list.find((line) => !lists.some((item) => item.invtNo === line.invtNo));
    if (unknown) return { invtNo: unknown.invtNo ?? '', at: 'list.invtNo' };
    return listsOfSummary(scene, document).length > 0 ? null : { invtNo: '', at: 'list' };
  },
);

const onEachList = (
  code: string,
  cites: string[],
  wrong: (list: CustomsDocument, document: CustomsDocument) => boolean,
): Check =>
  rule<CustomsDocument>(code, cites, (scene, document) => {
    const found = listsOfSummary(scene, document).find((list) => wrong(list, document));
    return found ? { invtNo: found.invtNo, status: found.status, at: 'list.invtNo' } : null;
  });

const summaryAllowed = rule<CustomsDocument>(
  'summaryBarred',
  ['gacc-decree-282#five-classes', 'dryport-model'],
  (scene) => {
    const credit = scene.find<Credit>('credit', 'customs');
    return credit && ['dishonest', 'seriouslyDishonest'].includes(credit.class)
      ? { class: credit.class }
      : null;
  },
);

/** What customs looks at when a record comes in, by message. */
const ON_ARRIVAL: Record<string, readonly Check[]> = {
  '303': [traderKnown],
  '403': [traderKnown],
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
      return list && ['800', '899'].includes(list.status)
        ? { invtNo: list.invtNo, status: list.status, at: 'head.invtNo' }
        : null;
    }),
  ],
  '607': [],
  '507': [waybillsPassed],
  '509': [waybillsReleased],
  '701': [
    onEachList(
      'listNotForSummary',
      ['ceb-202205#statistics-flag'],
      (list) => list.head.statisticsFlag !== 'B',
    ),
    onEachList('listNotClosed', ['gacc-2018-194#summary-by-15th'], (list) => list.status !== '899'),
    onEachList(
      'listsOfOthers',
      ['gacc-2018-194#eight-keys'],
      (list, { head }) => list.head.ebcCode !== head.ebcCode,
    ),
    onEachList('listAlreadySummarised', ['ceb-202205#summary-701'], (list) => list.summarised === true),
  ],
};

/** What customs finds against a document: in itself, against the documents that it leans on, and against the world. */
export const checkDocument = (scene: Scene, document: CustomsDocument): Finding[] => [
  ...complaints(ON_ARRIVAL[document.message] ?? [], scene, document),
  ...checkRecord(document.message as MessageType, recordOf(document)),
  ...pairFindings(scene, document),
];

function pairFindings(scene: Scene, document: CustomsDocument): Finding[] {
  const record = recordOf(document);
  const order = findBy(scene, '303', 'orderNo', record.head.orderNo ?? '');
  if (document.message === '403') return order ? orderWithReceipt(recordOf(order), record) : [];
  if (document.message !== '603') return [];
  const waybill = findBy(scene, '505', 'logisticsNo', record.head.logisticsNo ?? '');
  return [
    ...(order ? orderWithList(recordOf(order), record) : []),
    ...(waybill ? waybillWithList(recordOf(waybill), record) : []),
  ];
}

/** Whether a document does something of itself once it is stored, and so is looked at again. */
export const takesEffect = (message: string): boolean => Object.hasOwn(ON_SETTLING, message);

/** What stands against a stored document's taking effect. */
export const settleDocument = (scene: Scene, document: CustomsDocument): Finding[] =>
  complaints(ON_SETTLING[document.message] ?? [], scene, document);
