import { bigint, boolean, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Invoice } from '$simulator/trade/records.ts';
import type { VentureFlag } from '$simulator/trade/venture.ts';
import { newId, users } from './accounts.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * A founder's own products. They are the owner's alone: no class, no administrator and no zone office reads this table.
 * Money in minor units, weight in grams, rates in ppm.
 */
export const ventures = pgTable(
  'ventures',
  {
    id: text('id').primaryKey().$defaultFn(newId),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    hs: text('hs').notNull(),
    unit: text('unit').notNull(),
    cost: integer('cost').notNull(),
    invoice: text('invoice').$type<Invoice>().notNull(),
    refund: integer('refund').notNull(),
    vat: integer('vat').notNull(),
    price: integer('price').notNull(),
    market: integer('market').notNull(),
    netGrams: integer('net_grams').notNull(),
    packGrams: integer('pack_grams').notNull(),
    stock: integer('stock').notNull(),
    cash: bigint('cash', { mode: 'number' }).notNull(),
    destinations: jsonb('destinations').$type<string[]>().notNull(),
    flags: jsonb('flags').$type<VentureFlag[]>().notNull(),
    certified: boolean('certified').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('ventures_of').on(table.userId, table.updatedAt)],
);
