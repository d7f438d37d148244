import * as v from 'valibot';
import { define, type Definition, type MoveSpec, type Rule } from '../../kernel/index.ts';
import { batchChart, parcelChart, voyageChart } from './machine.ts';
import { parcelEffects } from './parcel.ts';
import {
  addressLabelled, batchListsPassed, batchWeightPlausible, batteryDeclared, destinationTakes, foodLabelled, insuredParcel, labelsKnown,
  ordersDiffer, ordersReady, reliefDue, returnAllowed, returnWorthIt, routeOpen, stockSuffices, weightPlausible, withdrawInTime,
} from './rules.ts'; // prettier-ignore
import { LABELS, RETURN_OPTIONS, ROUTES } from './vocabulary.ts';
import { batchEffects, voyageEffects } from './voyage.ts';

const grams = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000_000));
const orders = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(60))), v.minLength(1), v.maxLength(1000));

function move(schema: unknown, rules: readonly Rule<never>[], ...cites: string[]): MoveSpec {
  return { seat: 'exporter', schema: schema as MoveSpec['schema'], rules, cites };
}

const nothing = v.object({});

const parcelMoves: Record<string, MoveSpec> = {
  pack: move(
    v.object({ grossGrams: grams, labels: v.array(v.picklist(LABELS)), insured: v.boolean() }),
    [stockSuffices, weightPlausible, addressLabelled, labelsKnown, batteryDeclared, foodLabelled, destinationTakes] as never,
    'gacc-2018-194#truthful-data',
  ),
  chooseRoute: move(v.object({ route: v.picklist(ROUTES) }), [routeOpen] as never, 'gacc-2018-194#summary-statistics'),
  withdraw: move(nothing, [withdrawInTime] as never, 'customs-law#not-shipped'),
  answerReturn: move(v.object({ option: v.picklist(RETURN_OPTIONS) }), [returnWorthIt] as never, 'gacc-2020-44#one-year'),
  declareReturn: move(
    v.object({ customs: v.pipe(v.string(), v.regex(/^\d{4}$/)) }),
    [returnAllowed] as never,
    'gacc-2020-44#one-year',
    'gacc-2026-9610-return#nationwide',
  ),
  claimRelief: move(nothing, [reliefDue] as never, 'mof-gacc-sta-2026-16#six-months'),
  payImportTax: move(nothing, [], 'tariff-law#original-goods-one-year'),
  claimInsurance: move(nothing, [insuredParcel] as never, 'practice'),
};

const batchMoves: Record<string, MoveSpec> = {
  dispatch: move(v.object({ grossGrams: grams }), [batchListsPassed, batchWeightPlausible] as never, 'gacc-2018-194#supervised-site'),
};

const voyageMoves: Record<string, MoveSpec> = {
  consolidate: move(v.object({ orders }), [ordersDiffer, ordersReady] as never, 'ceb-202205#later-607'),
  handIn: move(nothing, [], 'dryport-model'),
};

const chosen =
  (option: string) =>
  ({ event }: { event: { option?: string } }): boolean =>
    event.option === option;

export const definitions: Definition[] = [
  define('9610-export/parcel', parcelChart, {
    moves: parcelMoves,
    effects: parcelEffects,
    guards: { goesHome: chosen('returnHome'), sendsAgain: chosen('resend'), refuses: chosen('refuse') } as never,
  }),
  define('9610-export/batch', batchChart, { moves: batchMoves, effects: batchEffects }),
  define('9610-export/voyage', voyageChart, { moves: voyageMoves, effects: voyageEffects }),
];

export { draftOf } from './papers.ts';
export * from './vocabulary.ts';
