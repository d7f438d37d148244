/** 供应商: quotes, contract, making, delivery, receiving inspection, invoice. Times and faults are drawn by the effects. */
const law = {
  choice: ['practice#supplier-check'],
  receiving: ['practice#receiving-check'],
  invoice: ['mof-sta-2026-11#trader-formula', 'cs-2018-103#three-conditions'],
};
const supplier = (cites: string[]) => ({ office: 'supplier', cites });
const exporter = (cites: string[]) => ({ office: 'exporter', cites });

export const marketChart = {
  id: 'market',
  initial: 'open',
  states: {
    open: {
      meta: exporter(law.choice),
      on: {
        requestQuote: { actions: 'askSupplier' },
        QUOTED: { actions: 'fileQuote' },
        placePurchase: { actions: 'signContract' },
      },
    },
  },
};

export const purchaseChart = {
  id: 'purchase',
  context: { id: '', invoice: null },
  initial: 'making',
  states: {
    making: {
      meta: supplier(law.choice),
      entry: 'makeGoods',
      on: {
        FELL_DUE: { target: 'late', actions: 'tellLate' },
        ARRIVED: 'inspecting',
        // Whoever leaves a running order leaves the deposit.
        cancelPurchase: { target: 'cancelled', actions: 'forfeitDeposit' },
      },
    },
    late: {
      meta: supplier(law.choice),
      on: { ARRIVED: 'inspecting', cancelPurchase: { target: 'repaying', actions: 'withdraw' } },
    },
    inspecting: {
      meta: exporter(law.receiving),
      entry: 'drawSample',
      on: {
        acceptGoods: { target: 'awaitingInvoice', actions: 'acceptAll' },
        acceptWithClaim: { target: 'claiming', actions: 'claim' },
        rejectGoods: { target: 'repaying', actions: 'reject' },
      },
    },
    claiming: {
      meta: supplier(law.receiving),
      on: { CLAIM_ANSWERED: { target: 'awaitingInvoice', actions: 'acceptGood' } },
    },
    awaitingInvoice: {
      meta: supplier(law.invoice),
      entry: 'expectInvoice',
      on: { INVOICE_SENT: { target: 'settled', actions: 'fileInvoice' }, NO_INVOICE: { target: 'settled' } },
    },
    repaying: {
      meta: supplier(law.receiving),
      on: { REPAID: { target: 'rejected', actions: 'bookRepayment' } },
    },
    settled: { meta: exporter(law.invoice), type: 'final' },
    rejected: { meta: exporter(law.receiving), type: 'final' },
    cancelled: { meta: exporter(law.choice), type: 'final' },
  },
};
