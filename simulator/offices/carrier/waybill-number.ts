import type { Scene } from '../../kernel/index.ts';
import { addMonths, dayOf } from '../../trade/time.ts';
import type { Instant } from '../../trade/time.ts';

/** `waybills` by waybill number. */
export interface Waybill {
  orderNo: string;
  issued: Instant;
}

/** Months in which a carrier may not give the same number again (ceb-202205). */
const NO_REUSE_MONTHS = 6;

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Thirteen characters as the postal standard S10 has them: service, eight digits, check digit, country. */
export function waybillNumber(serial: number): string {
  const digits = String(serial % 100_000_000).padStart(8, '0');
  const total = [...digits].reduce((sum, digit, index) => sum + Number(digit) * WEIGHTS[index]!, 0);
  const rest = 11 - (total % 11);
  return `LX${digits}${rest === 10 ? 0 : rest === 11 ? 5 : rest}CN`;
}

/** Whether the number was given to somebody within the last six months. */
export function isTaken(scene: Scene, logisticsNo: string): boolean {
  const earlier = scene.find<Waybill>('waybills', logisticsNo);
  return earlier !== null && addMonths(dayOf(earlier.issued), NO_REUSE_MONTHS) > dayOf(scene.now);
}

/** The next number that nobody has used for six months. */
export function nextWaybillNumber(scene: Scene): string {
  for (;;) {
    const number = waybillNumber(scene.next('waybill'));
    if (!isTaken(scene, number)) return number;
  }
}
