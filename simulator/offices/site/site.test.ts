import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aList, given, type Given } from '../../../tests/support/parcels.ts';
import { Play, aScenario } from '../../../tests/support/trade.ts';
import { judge, writeMessage, type CebMessage } from '../../messages/index.ts';
import type { Batch } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { HOUR } from '../../trade/time.ts';
import { definitions } from './index.ts';
import type { Weighing } from './weighing.ts';

const CALM = { 'gate-weight': false, 'arrival-missing': false };

function site(world: Given = {}, changes: Partial<Setup> = {}, seed = 'test'): Play {
  const play = new Play({
    definitions,
    machines: { site: 'site/gate' },
    listeners: ['voyage', 'window', 'carrier'],
    setup: aScenario({ fixed: CALM, ...changes }),
    seed,
  });
  return given(play, { orders: [{}], parcels: [{}], batches: [{}], documents: [{}], ...world });
}

const atGate = (play: Play) => play.letter('site', { type: 'TRUCK_IN', batch: '1' }).after(0.2);
const sent = (play: Play) =>
  play.heard('window', 'SEND').map((letter) => letter.message as unknown as CebMessage);
const list = (play: Play, status: string): Play =>
  given(play, { orders: [{}], parcels: [{}], batches: play.all<Batch>('batches'), documents: [{ status }] });
/** Customs takes the 507 and releases the list. */
const released = (play: Play): Play => {
  const copNo = sent(play).at(-1)!.records[0]!.head.copNo!;
  const play2 = given(play, {
    batches: play.all<Batch>('batches'),
    documents: [{ status: '800' }, { message: '507', key: `507:${copNo}`, status: '399', head: { copNo } }],
  });
  return play2.letter('site', { type: 'RELEASED', batch: '1' }).after(0.5);
};

describe('at the gate', () => {
  test('a truck is weighed and taken in; customs hears of it by a 507 that the schema accepts', () => {
    const play = atGate(site());
    expect(play.heard('voyage', 'ARRIVED')).toMatchObject([{ batch: '1' }]);
    const [message] = sent(play);
    expect(message!.records[0]!.head).toMatchObject({
      ieFlag: 'E',
      trafMode: '5',
      domesticTrafNo: '湘C00001',
      billNo: '999-12345675',
    });
    expect(message!.records[0]!.list).toEqual([{ gnum: '1', logisticsNo: 'LX1' }]);
    expect(judge(writeMessage(message!))).toMatchObject({ schemaValid: true, findings: [] });
    expect(play.record<Batch>('batches', '1')!.arrived).not.toBeNull();
  });

  test.each([
    [480, true],
    [459, true],
    [455, false],
    [440, false],
    [520, false],
    [0, false],
  ])('declared %i g against 480 g on the bridge passes: %s', (grossGrams, passes) => {
    const play = atGate(site({ batches: [{ grossGrams }] }, {}, 'a'));
    const { measured, declared, off } = play.record<Weighing>('weighings', '1')!;
    expect(off).toBe(Math.abs(measured - declared) > declared * 0.05);
    expect(!off).toBe(passes);
  });

  test('the firm hears what the bridge showed, corrects the weight, and passes the second time', () => {
    const play = atGate(site({}, { fixed: { ...CALM, 'gate-weight': true } }));
    const [refusal] = play.heard('voyage', 'GATE_REFUSED');
    expect(refusal).toMatchObject({ batch: '1', reason: 'weightOff', declared: 480 });
    expect(refusal!.measured).toBeGreaterThan(480 * 1.05);
    expect(play.stateOf('visit:1')).toBe('turnedAway');
    given(play, { batches: [{ grossGrams: refusal!.measured as number }] });
    atGate(play);
    expect(play.heard('voyage', 'ARRIVED')).toHaveLength(1);
    expect(play.heard('voyage', 'GATE_REFUSED')).toHaveLength(1);
  });

  test('a batch with a rejected list is turned away at once', () => {
    const play = atGate(list(site(), '100'));
    expect(play.heard('voyage', 'GATE_REFUSED')).toMatchObject([
      { reason: 'listsNotPassed', orderNo: 'O1', status: '100' },
    ]);
  });

  test('a batch whose list is still under review waits, and is taken in once it has passed', () => {
    const play = atGate(list(site(), '300'));
    expect(play.stateOf('visit:1')).toBe('checkingLists');
    list(play, '399').after(0.2);
    expect(play.heard('voyage', 'ARRIVED')).toHaveLength(1);
  });

  test('after a day of waiting for a list the truck is turned away', () => {
    const play = atGate(list(site(), '300')).after(1.2);
    expect(play.heard('voyage', 'GATE_REFUSED')).toMatchObject([{ reason: 'listsNotPassed', status: '300' }]);
  });

  test('a truck of nobody is not let in', () => {
    const play = site().letter('site', { type: 'TRUCK_IN', batch: '9' });
    expect(play.notes('truckUnknown')).toHaveLength(1);
  });
});

describe('the arrival message', () => {
  const silent = (changes: Partial<Setup> = {}) =>
    atGate(site({}, { fixed: { ...CALM, 'arrival-missing': true }, ...changes }));

  test('may not get out: the goods are there, customs does not know', () => {
    const play = silent();
    expect(play.heard('voyage', 'ARRIVED')).toHaveLength(1);
    expect(sent(play)).toEqual([]);
    expect([play.stateOf('visit:1'), play.stateOf('site')]).toEqual(['silent', 'unlinked']);
  });

  test('is sent within three hours after the trainee asked', () => {
    const play = silent().when('site', 'askArrival', { batch: '1' });
    expect(play.findings).toEqual([]);
    const asked = play.world.now;
    while (sent(play).length === 0) play.toNextEvent();
    expect(play.world.now - asked).toBeLessThanOrEqual(3 * HOUR);
    expect(play.stateOf('site')).toBe('linked');
  });

  test('gets out by itself after two days', () => {
    expect(sent(silent().after(3))).toHaveLength(1);
  });

  test('is sent once, although the network comes back after it was asked for', () => {
    const play = silent().when('site', 'askArrival', { batch: '1' }).after(0.14);
    released(play).after(5);
    expect(sent(play)).toHaveLength(1);
  });

  test('cannot be asked for when it was sent', () => {
    const play = atGate(site()).when('site', 'askArrival', { batch: '1' });
    expect(play.findings).toEqual(['notNow']);
    const other = silent();
    given(other, { batches: [...other.all<Batch>('batches'), { id: '2' }] });
    other.letter('site', { type: 'TRUCK_IN', batch: '2' }).when('site', 'askArrival', { batch: '2' });
    expect(other.findings).toEqual(['arrivalNotMissing']);
    expect(other.when('site', 'askArrival', { batch: '7' }).findings).toEqual(['batchNotAtSite']);
  });

  test('that customs turned down can be asked for again under a new number', () => {
    const play = atGate(site());
    const copNo = sent(play)[0]!.records[0]!.head.copNo!;
    given(play, {
      batches: play.all<Batch>('batches'),
      documents: [{}, { message: '507', key: `507:${copNo}`, status: '100', head: { copNo } }],
    });
    play.after(0.4);
    expect(play.stateOf('visit:1')).toBe('silent');
    play.when('site', 'askArrival', { batch: '1' }).after(0.2);
    expect(sent(play).map((message) => message.records[0]!.head.copNo)).toEqual([
      copNo,
      copNo.replace(/1$/, '2'),
    ]);
  });
});

describe('after the release', () => {
  test('the goods are loaded in hours, and the carrier takes over', () => {
    const play = released(atGate(site()));
    expect(play.heard('voyage', 'LOADED')).toMatchObject([{ batch: '1', orders: ['O1'] }]);
    expect(play.heard('carrier', 'HAUL')).toEqual([{ type: 'HAUL', batch: '1', orders: ['O1'] }]);
  });

  test('only what was released is loaded; the rest follows when it is released too', () => {
    const two = {
      orders: [{}, { orderNo: 'O2' }],
      parcels: [{}, { orderNo: 'O2' }],
      batches: [{ orders: ['O1', 'O2'], grossGrams: 960 }],
      documents: [aList(), aList({ head: { copNo: 'C2', orderNo: 'O2', logisticsNo: 'LX2' } })],
    };
    const play = atGate(site(two));
    const copNo = sent(play)[0]!.records[0]!.head.copNo!;
    const customs = (second: string) =>
      given(play, {
        batches: play.all<Batch>('batches'),
        documents: [
          aList({ status: '800' }),
          aList({ status: second, head: { copNo: 'C2', orderNo: 'O2', logisticsNo: 'LX2' } }),
          aList({ message: '507', key: `507:${copNo}`, status: '399', head: { copNo, orderNo: '' } }),
        ],
      });
    customs('501').letter('site', { type: 'RELEASED', batch: '1' }).after(0.5);
    expect(play.heard('carrier', 'HAUL')).toMatchObject([{ orders: ['O1'] }]);
    expect(play.notes('leftBehind')).toHaveLength(1);
    customs('800').letter('site', { type: 'RELEASED', batch: '1' }).after(0.5);
    expect(play.heard('carrier', 'HAUL')).toMatchObject([{ orders: ['O1'] }, { orders: ['O2'] }]);
  });

  test('nothing is loaded without a release, whoever says so', () => {
    const play = atGate(site()).letter('site', { type: 'RELEASED', batch: '1' }).after(0.5);
    expect(play.heard('carrier', 'HAUL')).toEqual([]);
    expect(play.notes('nothingReleased')).toHaveLength(1);
  });
});

test('a parcel that customs wants to see is in the bay within hours, and back when it was seen', () => {
  const play = site().letter('site', { type: 'INSPECT', copNo: 'C1', reply: 'voyage' }).after(0.2);
  expect(play.record('bay', 'C1')).not.toBeNull();
  expect(play.heard('voyage', 'IN_BAY')).toEqual([{ type: 'IN_BAY', copNo: 'C1' }]);
  play.letter('site', { type: 'INSPECTED', copNo: 'C1' });
  expect(play.record('bay', 'C1')).toBeNull();
});

test('whatever reaches the site in whatever order, no parcel is handed to the carrier twice or unreleased', () => {
  const step = fc.oneof(
    fc.record({
      type: fc.constantFrom('TRUCK_IN', 'RELEASED', 'LINK_DOWN', 'LINK_UP'),
      batch: fc.constantFrom('1', '2'),
    }),
    fc.record({ type: fc.constantFrom('INSPECT', 'INSPECTED'), copNo: fc.constantFrom('C1', 'C2') }),
    fc.record({ status: fc.constantFrom('120', '300', '399', '100', '500', '800') }),
    fc.record({ ask: fc.constantFrom('1', '2') }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(step, fc.constantFrom(0, 0.1, 1)), { maxLength: 30 }),
      fc.string(),
      (steps, seed) => {
        const play = site(
          {
            batches: [{}, { id: '2', orders: ['O2'] }],
            orders: [{}, { orderNo: 'O2' }],
            parcels: [{}, { orderNo: 'O2' }],
          },
          { fixed: {} },
          seed,
        );
        for (const [item, days] of steps) {
          if ('status' in item)
            given(play, { batches: play.all<Batch>('batches'), documents: [{ status: item.status }] });
          else if ('ask' in item) play.when('site', 'askArrival', { batch: item.ask });
          else play.letter('site', item);
          play.after(days);
        }
        const hauled = play.heard('carrier', 'HAUL').flatMap((letter) => letter.orders as string[]);
        expect(new Set(hauled).size).toBe(hauled.length);
      },
    ),
    { numRuns: 60 },
  );
});
