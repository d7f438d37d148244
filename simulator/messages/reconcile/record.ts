/** Checks of one document in itself: do its own numbers agree? */
import type { CebRecord, MessageType } from '../message.ts';
import { complaint, SPECIFICATION, TRUTH, type Finding } from './complaint.ts';
import { abs, ONE, textOf, times, unitsOf } from './decimal.ts';
import { checkFields } from './fields.ts';

const CHINA = '142';

/** Everything about one record. `at` of the findings: `head.goodsValue`, `list.0.totalPrice`. */
export function checkRecord(type: MessageType, record: CebRecord): Finding[] {
  const rules = [...(RULES[type] ?? []), ...(LINE_RULES[type] ?? [])];
  return [...checkFields(type, record), ...rules.flatMap((rule) => rule(record))];
}

type Rule = (record: CebRecord) => Finding[];

/** gnum runs 1 … n. */
const linesAreCounted: Rule = ({ list }) =>
  list.flatMap((line, i) =>
    unitsOf(line.gnum) === BigInt(i + 1) * ONE
      ? []
      : [complaint('lineNumberWrong', `list.${i}.gnum`, { position: i + 1, gnum: line.gnum ?? '' })],
  );

/** totalPrice is price × qty, rounded to the fen or better. */
const linesMultiply: Rule = ({ list }) =>
  list.flatMap((line, i) => {
    const [price, qty, total] = [unitsOf(line.price), unitsOf(line.qty), unitsOf(line.totalPrice)];
    if (price === null || qty === null || total === null) return [];
    const exact = times(price, qty);
    if (abs(exact - total * ONE) <= HALF_A_FEN) return [];
    const params = {
      gnum: line.gnum ?? '',
      price: line.price!,
      qty: line.qty!,
      totalPrice: line.totalPrice!,
      product: textOf(exact / ONE),
    };
    return [complaint('lineTotalWrong', `list.${i}.totalPrice`, params, [TRUTH, SPECIFICATION])];
  });
/** 0.005 in units of 10⁻¹⁰ */
const HALF_A_FEN = 50_000_000n;

/** goodsValue is the sum of the lines. */
const valueIsSum: Rule = ({ head, list }) => {
  const [sum, value] = [sumOf(list, 'totalPrice'), unitsOf(head.goodsValue)];
  if (sum === null || value === null || sum === value) return [];
  return [
    complaint('valueNotSumOfLines', 'head.goodsValue', { goodsValue: head.goodsValue!, sum: textOf(sum) }, [
      TRUTH,
      'ceb-202205#order-303',
    ]),
  ];
};

const oneCurrency: Rule = ({ head, list }) => {
  const first = head.currency ?? list[0]?.currency ?? '';
  const i = list.findIndex((line) => line.currency !== first);
  if (i < 0) return [];
  return [complaint('currenciesMixed', `list.${i}.currency`, { first, other: list[i]!.currency ?? '' })];
};

const netWithinGross: Rule = ({ head }) => {
  const [net, gross] = [unitsOf(head.netWeight), unitsOf(head.grossWeight)];
  if (net === null || gross === null || net <= gross) return [];
  const params = { net: head.netWeight!, gross: head.grossWeight! };
  return [complaint('netAboveGross', 'head.netWeight', params, ['ceb-202205#list-603'])];
};

const leavesChina: Rule = ({ head, list }) => [
  ...(head.country === CHINA
    ? [complaint('destinationIsChina', 'head.country', { value: CHINA }, ['ceb-202205#list-603'])]
    : []),
  ...list.flatMap((line, i) =>
    line.country === CHINA
      ? [complaint('destinationIsChina', `list.${i}.country`, { value: CHINA }, ['ceb-202205#list-603'])]
      : [],
  ),
];

/** qty2 stands exactly where unit2 does; and where the two units are one, the quantities are too. */
const unitsAgree: Rule = ({ list }) =>
  list.flatMap((line, i) => {
    const findings: Finding[] = [];
    if (Boolean(line.qty2?.trim()) !== Boolean(line.unit2?.trim())) {
      findings.push(
        complaint('secondUnitIncomplete', `list.${i}.qty2`, {
          gnum: line.gnum ?? '',
          qty2: line.qty2 ?? '',
          unit2: line.unit2 ?? '',
        }),
      );
    }
    if (line.unit && line.unit === line.unit1 && unitsOf(line.qty) !== unitsOf(line.qty1)) {
      findings.push(
        complaint('statutoryQuantityDiffers', `list.${i}.qty1`, {
          gnum: line.gnum ?? '',
          unit: line.unit,
          qty: line.qty ?? '',
          qty1: line.qty1 ?? '',
        }),
      );
    }
    return findings;
  });

const flagIs =
  (field: string, allowed: readonly string[]): Rule =>
  ({ head }) =>
    !head[field] || allowed.includes(head[field])
      ? []
      : [
          complaint('flagNotHere', `head.${field}`, {
            field,
            value: head[field],
            allowed: allowed.join('/'),
          }),
        ];

/** Part i of n: 1 ≤ i ≤ n. */
const partWithinCount: Rule = ({ head }) => {
  const [count, part] = [unitsOf(head.msgCount), unitsOf(head.msgSeqNo)];
  if (count === null || part === null || (part >= ONE && part <= count)) return [];
  const params = { msgCount: head.msgCount!, msgSeqNo: head.msgSeqNo! };
  return [complaint('partNumberWrong', 'head.msgSeqNo', params, ['ceb-202205#split-messages'])];
};

const noWaybillTwice: Rule = ({ list }) => repeated(list, 'logisticsNo', 'waybillRepeated');
const noListTwice: Rule = ({ list }) => repeated(list, 'invtNo', 'listRepeated');

/** startTime and endTime come together, in order; without them the lists must be named. */
const periodOrLists: Rule = ({ head, list }) => {
  const { startTime = '', endTime = '' } = head;
  const params = { startTime, endTime };
  const cites = ['ceb-202205#summary-701'];
  if (Boolean(startTime) !== Boolean(endTime))
    return [complaint('periodIncomplete', startTime ? 'head.endTime' : 'head.startTime', params, cites)];
  if (startTime > endTime) return [complaint('periodReversed', 'head.endTime', params, cites)];
  return startTime || list.length > 0 ? [] : [complaint('summaryNamesNothing', null, {}, cites)];
};

/** Money that came in cash has no payment firm and no transaction number. */
const cashHasNoNumbers: Rule = ({ head }) => {
  if (head.payName !== '现金支付' || (!head.payCode && !head.payNo)) return [];
  return [
    complaint('cashHasNumbers', head.payCode ? 'head.payCode' : 'head.payNo', {
      payCode: head.payCode ?? '',
      payNo: head.payNo ?? '',
    }),
  ];
};

/** 311: acturalPaid = goodsValue + freight + taxTotal − discount, to the fen. */
const paidAddsUp: Rule = ({ head }) => {
  const parts = ['goodsValue', 'freight', 'taxTotal', 'discount', 'acturalPaid'].map((name) =>
    unitsOf(head[name]),
  );
  if (parts.includes(null)) return [];
  const [value, freight, tax, discount, paid] = parts as [bigint, bigint, bigint, bigint, bigint];
  const due = value + freight + tax - discount;
  if (abs(due - paid) <= ONE / 100n) return [];
  return [
    complaint('paidDoesNotAddUp', 'head.acturalPaid', { acturalPaid: head.acturalPaid!, due: textOf(due) }, [
      TRUTH,
    ]),
  ];
};

const EXPORT_FLAG = flagIs('ieFlag', ['E']);
const goods = [linesAreCounted, linesMultiply];

const LINE_RULES: Partial<Record<MessageType, readonly Rule[]>> = {
  '303': [...goods, valueIsSum, oneCurrency],
  '603': [...goods, oneCurrency, unitsAgree],
  '213': [unitsAgree],
  '507': [linesAreCounted, noWaybillTwice],
  '509': [linesAreCounted, noWaybillTwice],
  '607': [linesAreCounted, noWaybillTwice],
  '701': [noListTwice],
  '311': [...goods, valueIsSum, oneCurrency],
  '621': [...goods, oneCurrency, unitsAgree],
};

const RULES: Partial<Record<MessageType, readonly Rule[]>> = {
  '303': [flagIs('orderType', ['E', 'B', 'W'])],
  '403': [cashHasNoNumbers],
  '603': [
    EXPORT_FLAG,
    netWithinGross,
    leavesChina,
    flagIs('tradeMode', ['9610', '1210', '1239', '9710', '9810']),
  ],
  '507': [EXPORT_FLAG, partWithinCount],
  '509': [partWithinCount],
  '607': [partWithinCount],
  '701': [partWithinCount, periodOrLists],
  '213': [flagIs('ieFlag', ['I']), leavesChina],
  '215': [flagIs('ieFlag', ['I'])],
  '311': [flagIs('orderType', ['I']), paidAddsUp],
  '621': [flagIs('ieFlag', ['I']), netWithinGross],
};

export function sumOf(list: readonly Record<string, string>[], field: string): bigint | null {
  let sum = 0n;
  for (const line of list) {
    const units = unitsOf(line[field]);
    if (units === null) return null;
    sum += units;
  }
  return sum;
}

function repeated(list: readonly Record<string, string>[], field: string, code: string): Finding[] {
  const seen = new Map<string, number>();
  return list.flatMap((line, i) => {
    const value = line[field] ?? '';
    const first = seen.get(value);
    if (first === undefined) {
      seen.set(value, i);
      return [];
    }
    return [complaint(code, `list.${i}.${field}`, { value, first: first + 1, second: i + 1 })];
  });
}
