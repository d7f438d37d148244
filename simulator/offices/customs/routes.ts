import type { Params, Scene } from '../../kernel/index.ts';
import { judgeStatisticsRoute, lawAt, receiptMessageNeeded } from '../../law/index.ts';
import { parseMoney } from '../../trade/decimal.ts';
import { toFen } from '../../trade/fx.ts';
import { sum } from '../../trade/money.ts';
import type { CustomsDocument } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';

/** Before 2024-12-15 a list leans on the receipt of payment (403) too. */
export const proceedsNeeded = (scene: Scene): boolean => receiptMessageNeeded(lawAt(scene.policyDay));

/** What bars the statistics route 清单核放、汇总统计 for a list; null when it is open. */
export function statisticsRouteFault(
  scene: Scene,
  { list }: CustomsDocument,
): (Params & { reason: string }) | null {
  const setup = scene.setup as Setup;
  const cents = sum(list.map((line) => parseMoney(line.totalPrice ?? '', 'USD') ?? 0));
  const has = (flag: 'licence' | 'dutiable'): boolean =>
    list.some((line) => setup.goods.find((goods) => goods.id === line.itemNo)?.flags.includes(flag) ?? false);
  const [fault] = judgeStatisticsRoute(lawAt(scene.policyDay), {
    inPilotZone: setup.customs.zone,
    ticketFen: toFen(cents, 'USD', setup.rates.USD ?? 0),
    licenceRequired: has('licence'),
    exportDuty: has('dutiable') ? 1 : 0,
    refundWanted: false,
  });
  return fault ? { reason: fault.code, ...fault.params } : null;
}
