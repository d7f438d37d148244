import { createActor } from 'xstate';
import { describe, expect, test } from 'vitest';
import { findMachineView, machineIds } from '../server/learning/machines.ts';
import { offersAt, placesIn, rebuild, regionOf, regionsOf, snapshotAt } from './rebuild.ts';
import type { MachineView } from './view.ts';

const views = [...machineIds].map((id) => ({ id, view: findMachineView(id, null, 'zh-CN') as MachineView }));

/** All places that a reader can walk to, region by region. */
function reachable(view: MachineView): Set<string> {
  const machine = rebuild(view);
  const seen = new Set<string>();
  const places = new Set<string>();
  const queue = [snapshotAt(machine, null)];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const place of placesIn(next.value)) places.add(place);
    for (const offer of offersAt(next)) {
      const actor = createActor(machine, { snapshot: next }).start();
      actor.send({ type: offer.event, way: offer.guard } as never);
      const after = actor.getSnapshot();
      actor.stop();
      // Regions are walked one by one: their product would be thousands of states.
      const isNew = placesIn(after.value).some((place) => !seen.has(place));
      for (const place of placesIn(after.value)) seen.add(place);
      if (isNew) queue.push(after);
    }
  }
  return places;
}

describe.each(views)('the machine $id, built again from its chart in the browser', ({ view }) => {
  test('travels as data', () => {
    expect(structuredClone(JSON.parse(JSON.stringify(view.chart)))).toEqual(view.chart);
  });

  test('can be walked to every state that a way leads to', () => {
    const places = reachable(view);
    const leaves = new Set(
      Object.keys(view.states).filter(
        (id) => !Object.keys(view.states).some((other) => other.startsWith(`${id}.`)),
      ),
    );
    const led = new Set(view.ways.map(({ to }) => to).filter((to) => leaves.has(to)));
    expect([...led].filter((state) => !places.has(state))).toEqual([]);
  });
});

describe('the walk of a parcel', () => {
  const view = findMachineView('9610-export/parcel', 'waybilled', 'en') as MachineView;
  const machine = rebuild(view);

  test('begins where the lesson says, other regions at their beginning', () => {
    const places = placesIn(snapshotAt(machine, 'waybilled').value);
    expect(places).toContain('clearance.waybilled');
    expect(places).toContain('delivery.notShipped');
    expect(placesIn(snapshotAt(machine, 'nobody').value)).toContain('clearance.ordered');
  });

  test('goes by the way that the reader chose, where a condition decides', () => {
    const home = snapshotAt(machine, 'returnOpen');
    const ways = offersAt(home).filter(({ event }) => event === 'answerReturn');
    expect(ways.map(({ guard }) => guard)).toEqual(['goesHome', 'sendsAgain', 'refuses', null]);
    const ends = ways.map((way) => {
      const actor = createActor(machine, { snapshot: home }).start();
      actor.send({ type: way.event, way: way.guard } as never);
      return placesIn(actor.getSnapshot().value).find((place) => place.startsWith('delivery.'));
    });
    expect(ends).toEqual(['delivery.returning', 'delivery.resent', 'delivery.disputed', 'delivery.disposed']);
  });

  test('news for a region is told of that region', () => {
    expect(regionsOf(machine)[0]).toBe('clearance');
    expect(regionOf('delivery.inTransit', regionsOf(machine))).toBe('delivery');
    expect(regionOf('making', [])).toBe('');
  });
});
