import * as v from 'valibot';
import { define, move, type Definition, type MoveSpec } from '../../kernel/index.ts';
import { batchChart, parcelChart, voyageChart } from './machine.ts';
import { parcelEffects } from './parcel.ts';
import {
  addressLabelled, batchListsPassed, batchWeightPlausible, batteryDeclared, destinationTakes, foodLabelled, insuredParcel, labelsKnown,
  ordersDiffer, ordersReady, reliefDue, returnAllowed, returnWorthIt, routeOpen, stockSuffices, weightPlausible, withdrawInTime,
} from './rules.ts'; // prettier-ignore
import { LABELS, RETURN_OPTIONS, ROUTES } from './vocabulary.ts';
import { batchEffects, voyageEffects } from './voyage.ts';

const grams = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000_000));
const orders = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
  v.minLength(1),
  v.maxLength(1000),
);

const nothing = v.object({});

const parcelMoves: Record<string, MoveSpec> = {
  pack: move(
    'exporter',
    v.object({ grossGrams: grams, labels: v.array(v.picklist(LABELS)), insured: v.boolean() }),
    ['gacc-2018-194#truthful-data'],
    [
      stockSuffices,
      weightPlausible,
      addressLabelled,
      labelsKnown,
      batteryDeclared,
      foodLabelled,
      destinationTakes,
    ],
  ),
  chooseRoute: move(
    'exporter',
    v.object({ route: v.picklist(ROUTES) }),
    ['gacc-2018-194#summary-statistics'],
    [routeOpen],
  ),
  withdraw: move('exporter', nothing, ['customs-law#not-shipped'], [withdrawInTime]),
  answerReturn: move(
    'exporter',
    v.object({ option: v.picklist(RETURN_OPTIONS) }),
    ['gacc-2020-44#one-year'],
    [returnWorthIt],
  ),
  declareReturn: move(
    'exporter',
    v.object({ customs: v.pipe(v.string(), v.regex(/^\d{4}$/)) }),
    ['gacc-2020-44#one-year', 'gacc-2026-9610-return#nationwide'],
    [returnAllowed],
  ),
  claimRelief: move('exporter', nothing, ['mof-gacc-sta-2026-16#six-months'], [reliefDue]),
  payImportTax: move('exporter', nothing, ['tariff-law#original-goods-one-year']),
  claimInsurance: move('exporter', nothing, ['practice'], [insuredParcel]),
};

const batchMoves: Record<string, MoveSpec> = {
  dispatch: move(
    'exporter',
    v.object({ grossGrams: grams }),
    ['gacc-2018-194#supervised-site'],
    [batchListsPassed, batchWeightPlausible],
  ),
};

const voyageMoves: Record<string, MoveSpec> = {
  consolidate: move('exporter', v.object({ orders }), ['ceb-202205#later-607'], [ordersDiffer, ordersReady]),
  handIn: move('exporter', nothing, ['dryport-model']),
};

const chosen =
  (option: string) =>
  ({ event }: { event: { option?: string } }): boolean =>
    event.option === option;

export const definitions: Definition[] = [
  define('9610-export/parcel', parcelChart, {
    moves: parcelMoves,
    effects: parcelEffects,
    guards: { goesHome: chosen('returnHome'), sendsAgain: chosen('resend'), refuses: chosen('refuse') },
  }),
  define('9610-export/batch', batchChart, { moves: batchMoves, effects: batchEffects }),
  define('9610-export/voyage', voyageChart, { moves: voyageMoves, effects: voyageEffects }),
];

export { draftOf } from './papers.ts';
export * from './vocabulary.ts';
