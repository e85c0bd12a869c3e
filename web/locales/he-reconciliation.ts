import reconciliation from './he/reconciliation.json' with { type: 'json' }

/** What only this screen says: loaded with it. */
export default { reconciliation }
