import type { Scene } from '../../kernel/index.ts';
import type { Batch, CustomsDocument } from '../../trade/records.ts';

/** What customs holds of the lists (603) of these orders; the latest where an order has had several. */
export function listsOf(scene: Scene, orders: readonly string[]): Map<string, CustomsDocument> {
  const found = new Map<string, CustomsDocument>();
  for (const [, document] of scene.all<CustomsDocument>('customsDocuments')) {
    const orderNo = document.head.orderNo ?? '';
    if (document.message !== '603' || !orders.includes(orderNo)) continue;
    const earlier = found.get(orderNo);
    if (!earlier || earlier.appTime <= document.appTime) found.set(orderNo, document);
  }
  return found;
}

/** Passed and waiting for the goods. 400 is what some systems show for it. */
const PASSED = ['399', '400'];
/** On the way to a decision. */
const OPEN = ['1', '2', '3', '4', '120', '300'];
/** Released, and still here. */
const RELEASED = '800';

export const isPassed = (list: CustomsDocument): boolean => PASSED.includes(list.status);

export type ListVerdict =
  { passed: true } | { passed: false; open: boolean; orderNo: string; status: string };

/** Whether every list of the batch has passed; the first one that has not, and whether it still may. */
export function judgeLists(scene: Scene, batch: Batch): ListVerdict {
  const lists = listsOf(scene, batch.orders);
  const stuck = batch.orders.filter((orderNo) => !PASSED.includes(lists.get(orderNo)?.status ?? ''));
  const status = (orderNo: string): string => lists.get(orderNo)?.status ?? '';
  const dead = stuck.find((orderNo) => !OPEN.includes(status(orderNo)));
  const worst = dead ?? stuck[0];
  if (worst === undefined) return { passed: true };
  return { passed: false, open: dead === undefined, orderNo: worst, status: status(worst) };
}

/** Orders of the batch that customs has released and that have not been loaded before. */
export function releasedOrders(scene: Scene, batch: Batch, loaded: readonly string[]): string[] {
  const lists = listsOf(scene, batch.orders);
  return batch.orders.filter(
    (orderNo) => lists.get(orderNo)?.status === RELEASED && !loaded.includes(orderNo),
  );
}
