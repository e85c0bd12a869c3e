import common from './en/common.json' with { type: 'json' }
import imports from './en/import.json' with { type: 'json' }
import ledger from './en/ledger.json' with { type: 'json' }
import person from './en/person.json' with { type: 'json' }
import rules from './en/rules.json' with { type: 'json' }
import setup from './en/setup.json' with { type: 'json' }
import webinar from './en/webinar.json' with { type: 'json' }
import webinars from './en/webinars.json' with { type: 'json' }

export default { common, webinars, webinar, person, ledger, rules, import: imports, setup }
