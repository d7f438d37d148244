import type { Scene } from '../../kernel/index.ts';
import { lot } from '../../trade/chance.ts';
import { PPM, mulDiv, sum } from '../../trade/money.ts';
import type { Batch, Parcel } from '../../trade/records.ts';
import type { Instant } from '../../trade/time.ts';

/** Measured and declared weight may differ by so many ppm of the declared one (dossier E-03: ±5 %). */
export const TOLERANCE = 50_000;
/** The scale itself is right within half a per mille. */
const SCALE_ERROR = 500;
/** Odds that a parcel was put on the truck with the wrong contents or packing, and by how much it is off. */
const WRONG_LOAD = { odds: 15_000, least: 60_000, most: 140_000 };

/** `weighings` by batch: what the bridge showed. */
export interface Weighing {
  batch: string;
  declared: number;
  measured: number;
  at: Instant;
  off: boolean;
  /** What each parcel weighs on the bridge: found once, the same at every later weighing. */
  grams: Record<string, number>;
}

const isOff = (declared: number, measured: number): boolean =>
  Math.abs(measured - declared) > mulDiv(declared, TOLERANCE, PPM, 'down');

/**
 * Weighs the truck. A batch that was loaded wrongly (stream `gate-weight`) is so for all its parcels; what a parcel
 * weighs is drawn once, so that a declared weight that was put right passes the second time.
 */
export function weighBatch(scene: Scene, batch: Batch): Weighing {
  const earlier = scene.find<Weighing>('weighings', batch.id);
  const wrong = earlier === null && lot(scene, `gate-weight:${batch.id}`, WRONG_LOAD.odds);
  const shift = wrong ? scene.between(`gate-weight-by:${batch.id}`, WRONG_LOAD.least, WRONG_LOAD.most) : 0;
  const grams = Object.fromEntries(
    batch.orders.map((orderNo) => [orderNo, earlier?.grams[orderNo] ?? onTheBridge(scene, orderNo, shift)]),
  );
  const measured = sum(Object.values(grams));
  return {
    batch: batch.id,
    declared: batch.grossGrams,
    measured,
    at: scene.now,
    off: isOff(batch.grossGrams, measured),
    grams,
  };
}

function onTheBridge(scene: Scene, orderNo: string, shift: number): number {
  const real = scene.find<Parcel>('parcels', orderNo)?.grossGrams ?? 0;
  const error = scene.between(`scale:${orderNo}`, -SCALE_ERROR, SCALE_ERROR);
  return mulDiv(real, PPM + shift + error, PPM);
}
