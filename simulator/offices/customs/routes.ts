import type { Params, Scene } from '../../kernel/index.ts';
import { lawAt } from '../../law/index.ts';
import { parseMoney } from '../../trade/decimal.ts';
import { toFen } from '../../trade/fx.ts';
import type { CustomsDocument } from '../../trade/records.ts';
import type { Goods, Setup } from '../../trade/setup.ts';
import { getDay } from '../../trade/time-format.ts';

const law = (scene: Scene) => lawAt(getDay((scene.setup as Setup).policyDate));

/** Before 2024-12-15 a list leans on the receipt of payment (403) too. */
export const proceedsNeeded = (scene: Scene): boolean => law(scene).get('receiptMessageRequired').value;

/**
 * What bars the statistics route 清单核放、汇总统计 for a list; null when it is open. In the zone, ticket within the
 * limit, no licence, no export duty, no inspection.
 */
export function statisticsRouteFindings(scene: Scene, { list }: CustomsDocument): Params | null {
  const setup = scene.setup as Setup;
  if (!setup.customs.zone) return { reason: 'outsideZone' };
  const cents = list.reduce((total, line) => total + (parseMoney(line.totalPrice ?? '', 'USD') ?? 0), 0);
  const limit = law(scene).get('simplifiedTicketFen').value;
  const value = toFen(cents, 'USD', setup.rates.USD ?? 7_000_000);
  if (value > limit) return { reason: 'aboveLimit', value, limit };
  const goods = list.map((line) => setup.goods.find((item) => item.id === line.itemNo));
  const barred = (['licence', 'dutiable', 'inspection'] as const).find((flag) => goods.some((item: Goods | undefined) => item?.flags.includes(flag)));
  return barred ? { reason: barred } : null;
}
