import type { Setup } from '../../trade/setup.ts';

/** Test and filing fees of one qualification, fen. */
export const QUALIFICATION_FEE = 150_000;

/** Qualifications that any of the scenario's goods needs, each once. */
export const needsOf = ({ goods }: Setup): string[] => [...new Set(goods.flatMap(({ needs }) => needs))];

/** Markets where a consumer good must name a responsible person on the spot: the EU, and the United Kingdom likewise. */
export const wantsResponsiblePerson = ({ destinations }: Setup): boolean =>
  destinations.some(({ currency }) => currency === 'EUR' || currency === 'GBP');
