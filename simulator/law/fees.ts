import { mulDiv, PPM } from '../trade/money.ts';
import type { Law } from './law.ts';
import { working } from './working.ts';
import type { Working } from './working.ts';

/** 滞报金: late declaration of imports, per day of CIF value, with a floor below which it is not levied. Fen. */
export function lateDeclarationFee(law: Law, late: { cif: number; days: number }): Working {
  const sheet = working('lateDeclarationFee');
  const daily = sheet.use(law.get('lateDeclarationDaily'));
  const fee = sheet.step(
    'dailyFee',
    { base: late.cif, days: late.days, daily },
    mulDiv(late.cif, daily * late.days, PPM),
  );
  const least = sheet.use(law.get('lateDeclarationLeastFen'));
  return sheet.done(fee < least ? sheet.step('belowLeast', { fee, least }, 0) : fee);
}

/** 滞纳金: late payment of tax, per day of the tax. Fen. */
export function lateTaxFee(law: Law, late: { tax: number; days: number }): Working {
  const sheet = working('lateTaxFee');
  const daily = sheet.use(law.get('lateTaxDaily'));
  return sheet.done(
    sheet.step(
      'dailyFee',
      { base: late.tax, days: late.days, daily },
      mulDiv(late.tax, daily * late.days, PPM),
    ),
  );
}
