import reconciliation from './he/reconciliation.json' with { type: 'json' }
import repair from './he/repair.json' with { type: 'json' }

/** What only this screen and repairs by hand say: loaded with them. */
export default { reconciliation, repair }
