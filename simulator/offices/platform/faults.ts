import type { Scene } from '../../kernel/index.ts';
import { PPM, mulDiv } from '../../trade/money.ts';
import type { HiddenFaults, Lot, Parcel } from '../../trade/records.ts';

/** Odds that an order holds a faulty piece that slipped through the receiving inspection, ppm (at most certain). */
export function faultyShare(scene: Scene, orderNo: string): number {
  const taken = scene.find<Parcel>('parcels', orderNo)?.lots ?? [];
  const odds = taken.reduce((sum, { lot: id, pieces }) => {
    const faults = scene.find<HiddenFaults>('faults', id)?.pieces ?? 0;
    const of = scene.find<Lot>('lots', id)?.pieces ?? 0;
    return of === 0 ? sum : sum + mulDiv(PPM * pieces, faults, of);
  }, 0);
  return Math.min(PPM, odds);
}
