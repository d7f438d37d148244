import { DAY } from '../../trade/time.ts';

/** Terms of the shop: the platform's own figures (market indication, dryport model). Money in cents of US dollars. */
export const COMMISSION = 150_000; // ppm of sales less refunds
export const ORDER_FEE = 30;
export const LISTING_FEE = 20;
export const LATE_FEE = 100;
export const CHARGEBACK_FEE = 2_000;

/** Working days from payment to the carrier's first scan. */
export const HANDLING_DAYS = 2;
/** So long after the last shipping day an order that nobody packed is cancelled. */
export const PATIENCE = 5 * DAY;
/** Delivery date plus seven days: then the money may be paid out. */
export const RESERVE_TIME = 7 * DAY;
export const PAYOUT_CYCLE = 14 * DAY;
/** A payment with this fraud score or a higher one is not captured. */
export const FRAUD_LIMIT = 80;

export const RETURN_ANSWER = 3 * DAY;
export const CHARGEBACK_ANSWER = 10 * DAY;

/** Default odds, ppm; a scenario changes them by stream. */
export const ODDS = {
  unpaid: 30_000,
  fraud: 15_000,
  buyerCancel: 15_000,
  /** a buyer who is content sends back all the same */
  return: 15_000,
  /** a faulty piece is sent back */
  faultyReturn: 600_000,
  /** added per point of content that is missing */
  contentReturn: 500,
  chargeback: 4_000,
  /** the platform sides with the buyer after a refusal: with good reason, or without */
  upheldFaulty: 900_000,
  upheldOther: 250_000,
  /** a chargeback is won with tracking to the door, or without */
  wonWithTracking: 850_000,
  wonWithout: 150_000,
} as const;
