import sentences from '../../src/domain/messages-he.json' with { type: 'json' }
import common from './he/common.json' with { type: 'json' }
import imports from './he/import.json' with { type: 'json' }
import ledgerOnScreen from './he/ledger.json' with { type: 'json' }
import person from './he/person.json' with { type: 'json' }
import rules from './he/rules.json' with { type: 'json' }
import setup from './he/setup.json' with { type: 'json' }
import webinar from './he/webinar.json' with { type: 'json' }
import webinars from './he/webinars.json' with { type: 'json' }

/** What a ledger line says is told by the server too, in messages. */
const ledger = { ...sentences, ...ledgerOnScreen }

export default { common, webinars, webinar, person, ledger, rules, import: imports, setup }
