import type { Finding, Scene } from '../../kernel/index.ts';
import { lot } from '../../trade/chance.ts';
import { parseMoney } from '../../trade/decimal.ts';
import { mulDiv } from '../../trade/money.ts';
import type { CustomsDocument } from '../../trade/records.ts';
import { goodsOf } from './list-rules.ts';

/** A declared price under this share (ppm) of what such goods sell for makes the risk engine ask. */
const LOW_PRICE = 600_000;
/** Odds that the risk engine notices a wrong code among the right heading's neighbours. */
const NOTICES_CODE = 350_000;

/** What the risk engine finds doubtful about a stored list: the price, the code. May draw. */
export function doubtsAbout(scene: Scene, { head, list }: CustomsDocument): Finding[] {
  return list.flatMap((line) => {
    const goods = goodsOf(scene, line);
    if (!goods) return [];
    const findings: Finding[] = [];
    const price = parseMoney(line.price ?? '', 'USD') ?? 0;
    const least = mulDiv(goods.fairPrice, LOW_PRICE, 1_000_000);
    const at = `list.${line.gnum}`;
    if (price < least) {
      const params = { goods: goods.id, price, least, line: line.gnum ?? '' };
      findings.push({
        code: 'priceDoubtful',
        params,
        cites: ['customs-law#truthful-declaration'],
        at: `${at}.price`,
      });
    }
    const digits = head.statisticsFlag === 'A' ? 4 : 10;
    const wrong = (line.gcode ?? '').slice(0, digits) !== goods.hs.slice(0, digits);
    if (wrong && lot(scene, `hs-noticed:${head.copNo}`, NOTICES_CODE)) {
      const decoy = goods.decoys.find((item) => item.hs === line.gcode);
      const params = {
        goods: goods.id,
        declared: line.gcode ?? '',
        reason: decoy?.reason ?? '',
        line: line.gnum ?? '',
      };
      findings.push({
        code: 'hsWrong',
        params,
        cites: ['customs-law#truthful-declaration'],
        at: `${at}.gcode`,
      });
    }
    return findings;
  });
}
